import { copyRow, emptyCoalitions, include } from '../../../harness/coalitions.ts';
import type { Access } from '../../../harness/contract.ts';
import { shuffle } from '../../../harness/random.ts';
import { rowsPerBatch, rowsPerCall } from './effort.ts';
import { includeRandom } from './random-subset.ts';
import type { StratumPlan } from './stratum-plan.ts';

/**
 * Adds to `credit` the weighted mean marginal of every stratum of the plan: one each, then again in random order until the
 * next may not fit `calls`. How many a stratum gets depends on which coalitions coincide, never on who is in them, so its
 * mean stays unbiased. The plan holds at most as many strata as pairs of coalitions can be paid.
 */
export async function sampleStrata(
  { agent: agentOf, size: sizeOf, weight }: StratumPlan,
  { worth, random, budget }: Pick<Access<'worth'>, 'worth' | 'random' | 'budget'>,
  calls: number,
  credit: Float64Array,
): Promise<void> {
  const agents = credit.length;
  const strata = agentOf.length;
  const sums = new Float64Array(strata);
  const counts = new Uint32Array(strata);
  const order = Uint32Array.from({ length: strata }, (_, stratum) => stratum);
  const others = Uint32Array.from({ length: agents }, (_, agent) => agent);
  for (let drawn = 0; 2 * drawn < rowsPerCall * calls; ) {
    const count = Math.min(rowsPerBatch / 2, Math.floor((calls - budget.spent) / 2));
    if (count === 0) break;
    const coalitions = emptyCoalitions(agents, 2 * count);
    const asked = new Uint32Array(count);
    for (let marginal = 0; marginal < count; marginal++, drawn++) {
      if (drawn > 0 && drawn % strata === 0) shuffle(random, order);
      const stratum = (asked[marginal] = order[drawn % strata]!);
      const agent = agentOf[stratum]!;
      moveLast(others, agent);
      includeRandom(random, coalitions, 2 * marginal, others, agents - 1, sizeOf[stratum]!);
      copyRow(coalitions, 2 * marginal, coalitions, 2 * marginal + 1);
      include(coalitions, 2 * marginal + 1, agent);
    }
    const worths = await worth(coalitions);
    for (const [marginal, stratum] of asked.entries()) {
      sums[stratum]! += worths[2 * marginal + 1]! - worths[2 * marginal]!;
      counts[stratum]!++;
    }
  }
  for (let stratum = 0; stratum < strata; stratum++)
    credit[agentOf[stratum]!]! += (weight[stratum]! * sums[stratum]!) / counts[stratum]!;
}

function moveLast(list: Uint32Array, item: number): void {
  const place = list.indexOf(item);
  list[place] = list.at(-1)!;
  list[list.length - 1] = item;
}

import { type Coalitions, copyRow, emptyCoalitions, exclude, include, isMember } from '../../../harness/coalitions.ts';
import type { Access } from '../../../harness/contract.ts';
import { shuffle } from '../../../harness/random.ts';
import { rowsPerBatch, rowsPerCall } from './effort.ts';
import { includeRandom } from './random-subset.ts';

/**
 * Mean over slots of all n marginal contributions at a random coalition: slot k draws one in which every agent is present
 * with probability `rates[k]`, and with `halved` its complement too. Each n + 1 calls, or less where coalitions repeat;
 * then slots draw again, at the size they had, until the next may not fit `calls`: the sizes are settled by the first
 * draws, so that the repeats, which depend on sizes, bias nothing.
 */
export async function sampleToggles(
  rates: Float64Array,
  halved: boolean,
  { worth, random, budget }: Pick<Access<'worth'>, 'worth' | 'random' | 'budget'>,
  calls: number,
  agents: number,
): Promise<Float64Array> {
  const slots = rates.length;
  const copies = halved ? 2 : 1;
  const perSlot = copies * (agents + 1);
  const sizes = rates.map((rate) => {
    let size = 0;
    for (let agent = 0; agent < agents; agent++) if (random.float() < rate) size++;
    return size;
  });
  const sums = new Float64Array(slots * agents);
  const counts = new Uint32Array(slots);
  const order = Uint32Array.from(rates, (_, slot) => slot);
  const pool = Uint32Array.from({ length: agents }, (_, agent) => agent);
  const perBatch = Math.max(1, Math.floor(rowsPerBatch / perSlot));
  for (let drawn = 0; drawn * perSlot < rowsPerCall * calls; ) {
    const count = Math.min(perBatch, Math.floor((calls - budget.spent) / perSlot));
    if (count === 0) break;
    const coalitions = emptyCoalitions(agents, count * perSlot);
    const asked = new Uint32Array(count);
    for (let place = 0; place < count; place++, drawn++) {
      if (drawn > 0 && drawn % slots === 0) shuffle(random, order);
      const slot = (asked[place] = order[drawn % slots]!);
      const row = place * perSlot;
      includeRandom(random, coalitions, row, pool, agents, sizes[slot]!);
      addToggles(coalitions, row);
      if (!halved) continue;
      for (let agent = 0; agent < agents; agent++)
        if (!isMember(coalitions, row, agent)) include(coalitions, row + agents + 1, agent);
      addToggles(coalitions, row + agents + 1);
    }
    const worths = await worth(coalitions);
    for (const [place, slot] of asked.entries()) {
      for (let row = place * perSlot; row < (place + 1) * perSlot; row += agents + 1)
        for (let agent = 0; agent < agents; agent++) {
          const change = worths[row + 1 + agent]! - worths[row]!;
          sums[slot * agents + agent]! += isMember(coalitions, row, agent) ? -change : change;
        }
      counts[slot]! += copies;
    }
  }
  const credit = new Float64Array(agents);
  for (const [index, sum] of sums.entries())
    credit[index % agents]! += sum / counts[Math.floor(index / agents)]! / slots;
  return credit;
}

/** Writes S with agent i toggled to row + 1 + i, for every agent, S being at `row`. */
function addToggles(coalitions: Coalitions, row: number): void {
  for (let agent = 0; agent < coalitions.agents; agent++) {
    copyRow(coalitions, row, coalitions, row + 1 + agent);
    if (isMember(coalitions, row, agent)) exclude(coalitions, row + 1 + agent, agent);
    else include(coalitions, row + 1 + agent, agent);
  }
}

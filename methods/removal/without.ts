import { emptyCoalitions, exclude, include } from '../../harness/coalitions.ts';
import type { Access, Episode, Noise } from '../../harness/contract.ts';
import { timesWithin } from '../options.ts';

const solosWithoutBudget = 8;

/** How often the team without one of `removed` agents can run; once where a repeat would say the same, 8 times without a budget. */
export function solosWithin(budget: number, removed: number, noise: Noise): number {
  return noise === 'none' ? 1 : timesWithin(budget, removed, solosWithoutBudget);
}

/** Mean worth of the team without each of `removed`, over `solos` runs of each: solos · |removed| evaluator calls. */
export async function worthWithout(
  { agents }: Pick<Episode, 'agents'>,
  { worth }: Pick<Access<'worth'>, 'worth'>,
  removed: readonly number[],
  solos: number,
): Promise<Float64Array> {
  const coalitions = emptyCoalitions(agents.length, removed.length * solos);
  for (let row = 0; row < coalitions.count; row++) {
    for (let agent = 0; agent < agents.length; agent++) include(coalitions, row, agent);
    exclude(coalitions, row, removed[row % removed.length]!);
  }
  const drawn = await worth(coalitions);
  const sums = new Float64Array(removed.length);
  for (let row = 0; row < drawn.length; row++) sums[row % removed.length]! += drawn[row]!;
  return sums.map((sum) => sum / solos);
}

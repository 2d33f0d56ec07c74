import { type Coalitions, emptyCoalitions, include } from '../../../harness/coalitions.ts';
import type { Random } from '../../../harness/random.ts';
import { drawCoalitions } from '../regression/draw-coalitions.ts';
import type { Stratum } from '../regression/strata.ts';
import { dealSubsets } from './deal-subsets.ts';

/** The empty coalition and the grand coalition so many times, then `counts[k]` rows of stratum k: distinct ones, or all of them as often as they fit and distinct ones more. */
export function drawSizes(
  agents: number,
  strata: readonly Stratum[],
  counts: Int32Array,
  ends: { readonly empty: number; readonly grand: number },
  random: Random,
): Coalitions {
  const first = ends.empty + ends.grand;
  const coalitions = emptyCoalitions(
    agents,
    counts.reduce((sum, count) => sum + count, first),
  );
  for (let row = ends.empty; row < first; row++)
    for (let agent = 0; agent < agents; agent++) include(coalitions, row, agent);
  let row = first;
  for (const [index, stratum] of strata.entries())
    for (let left = counts[index]!; left > 0; ) {
      const count = Math.min(left, stratum.units);
      if (isThin(agents, stratum, count)) dealSubsets(random, coalitions, row, count, stratum.size);
      else drawCoalitions(stratum, count, new Set(), 0, random, coalitions, row);
      row += count;
      left -= count;
    }
  return coalitions;
}

/** Whether independent draws would leave some agent out of all, or in all, with probability above 1/20, about. */
function isThin(agents: number, { size, units }: Stratum, count: number): boolean {
  const draws = (count * Math.min(size, agents - size)) / agents;
  return 2 * count <= units && agents * Math.exp(-draws) > 1 / 20;
}

import { type Coalitions, isMember } from '../../../harness/coalitions.ts';

/**
 * What the coalitions of one size say about every agent: their mean worth with the agent minus their mean worth without it.
 * Rows `from` … `from + count − 1`, `worths` one per row. Where an agent has none with it or none without it, every agent
 * gets instead Σ y(S)·n·([i ∈ S]/s − [i ∉ S]/(n−s)) over `expected` rows, y the worth above `level`. Which of the two
 * depends only on how the coalitions overlap, so both are unbiased.
 */
export function sizeContrast(
  coalitions: Coalitions,
  from: number,
  count: number,
  worths: Float64Array,
  expected: number,
  level: number,
): Float64Array {
  const { agents } = coalitions;
  const sums = new Float64Array(agents);
  const counts = new Uint32Array(agents);
  let total = 0;
  let size = 0;
  for (let row = from; row < from + count; row++) {
    const worth = worths[row - from]! - level;
    total += worth;
    size = 0;
    for (let agent = 0; agent < agents; agent++) {
      if (!isMember(coalitions, row, agent)) continue;
      sums[agent]! += worth;
      counts[agent]!++;
      size++;
    }
  }
  if (counts.every((present) => present > 0 && present < count))
    return sums.map((sum, agent) => sum / counts[agent]! - (total - sum) / (count - counts[agent]!));
  return sums.map((sum) => (agents * (sum / size - (total - sum) / (agents - size))) / expected);
}

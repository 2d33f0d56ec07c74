import type { Coalitions } from '../../harness/coalitions.ts';

/** Per row, the sum of `weights` over its members, added in the order of the agents. @param weights one finite number per agent */
export function memberSums({ agents, count, width, words }: Coalitions, weights: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    let sum = 0;
    // A shift counts modulo 32.
    for (let agent = 0; agent < agents; agent++)
      sum += weights[agent]! * ((words[row * width + (agent >>> 5)]! >>> agent) & 1);
    sums[row] = sum;
  }
  return sums;
}

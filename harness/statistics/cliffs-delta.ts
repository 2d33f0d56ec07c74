import { checkFinite } from './check-values.ts';
import { rank } from './rank.ts';
import { type Undefined, undefinedFor } from './undefined.ts';
import { withoutDust } from './without-dust.ts';

/** Cliff's δ = (#{x > y} − #{x < y})/(NK) over all pairs of two independent samples, in [−1, 1]; A₁₂ = (δ + 1)/2. Cliff (1993), statistics.md §4. */
export function cliffsDelta(x: ArrayLike<number>, y: ArrayLike<number>): number | Undefined {
  checkFinite(x, 'x');
  checkFinite(y, 'y');
  if (x.length === 0 || y.length === 0) return undefinedFor('no values');
  const ranks = rank(withoutDust([...Array.from(x), ...Array.from(y)]));
  const rankSum = ranks.subarray(0, x.length).reduce((sum, value) => sum + value, 0);
  // Mann and Whitney's U counts the pairs x wins, ties as half.
  const wins = rankSum - (x.length * (x.length + 1)) / 2;
  return (2 * wins - x.length * y.length) / (x.length * y.length);
}

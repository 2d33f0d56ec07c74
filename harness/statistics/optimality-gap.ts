import { checkNumber } from './check-values.ts';
import { compensatedMean } from './compensated-sum.ts';
import { type Matrix, pooled } from './matrix.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/**
 * By how much scores fall short of `target` on average, what lies above it counting as reached: mean(max(target − s, 0)).
 * @param values a vector, or runs × tasks. Agarwal et al. (2021); statistics.md §2
 */
export function optimalityGap(values: ArrayLike<number> | Matrix, target = 1): number | Undefined {
  checkNumber(target, 'the target');
  const scores = pooled(values);
  if (scores.length === 0) return undefinedFor('no values');
  return compensatedMean(scores.map((score) => Math.max(target - score, 0)));
}

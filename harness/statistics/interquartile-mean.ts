import { compensatedMean } from './compensated-sum.ts';
import { type Matrix, pooled } from './matrix.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/**
 * The mean of what is left of n scores, sorted together, after ⌊n/4⌋ are dropped at each end: no score counts by a fraction.
 * @param values a vector, or runs × tasks. Agarwal et al. (2021); statistics.md §2
 */
export function interquartileMean(values: ArrayLike<number> | Matrix): number | Undefined {
  const sorted = pooled(values).sort();
  if (sorted.length === 0) return undefinedFor('no values');
  const dropped = Math.floor(sorted.length / 4);
  return compensatedMean(sorted.subarray(dropped, sorted.length - dropped));
}

import type { PairedComparison } from './compare-paired.ts';

/** What a comparison says: which of the two is better, or why neither can be called so. */
export type Verdict = 'first' | 'second' | 'undecided' | 'cannot be significant' | 'tied';

/**
 * The verdict at `adjustedP`, the comparison's p after correction (null where it has none); `comparisons` is what the smallest p it
 * could give would be multiplied by.
 * `tied`: all differences are 0. `cannot be significant`: the smallest p that these differences could give is above alpha once it
 * is corrected. A significant p whose statistic (the rank sums) favours another side than the mean is `undecided`.
 */
export function verdictOf(
  { difference, nonZero, smallestP, favours }: PairedComparison,
  adjustedP: number | null,
  alpha: number,
  comparisons = 1,
): Verdict {
  if (nonZero === 0) return 'tied';
  if (adjustedP !== null && adjustedP <= alpha) {
    if (favours > 0 && difference > 0) return 'first';
    return favours < 0 && difference < 0 ? 'second' : 'undecided';
  }
  return smallestP !== null && smallestP * comparisons > alpha ? 'cannot be significant' : 'undecided';
}

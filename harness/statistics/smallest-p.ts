import { checkCount, checkShare } from './check-values.ts';
import { checkWhole } from './check-whole.ts';

/** The smallest two-sided p that signs of `n` non-zero differences can give: 2/2ⁿ, and 1 for none. Statistics.md §4. */
export function smallestP(n: number): number {
  checkWhole(n, 'n');
  return n === 0 ? 1 : 2 ** (1 - n);
}

/** Whether the smallest p of `n` non-zero differences survives Holm's correction for so many comparisons, adjusted p ≤ alpha. */
export function canBeSignificant(n: number, comparisons: number, alpha = 0.05): boolean {
  checkCount(comparisons, 'comparisons');
  checkShare(alpha, 'alpha');
  return comparisons * smallestP(n) <= alpha;
}

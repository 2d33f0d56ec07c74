import { meanRanks } from './mean-ranks.ts';
import { isUndefined, type Undefined, undefinedFor } from './undefined.ts';

/** Mean over the tasks of the share of other methods that a method beats, ties as half, of `scores[method][task]`, higher is better; in [0, 1]. Depends on the pool. Liang et al. (2022), statistics.md §7. */
export function meanWinRate(scores: readonly ArrayLike<number>[]): number[] | Undefined {
  const ranks = meanRanks(scores);
  if (isUndefined(ranks)) return ranks;
  if (ranks.length === 1) return undefinedFor('one method');
  // A mid-rank counts the methods above and half of those beside.
  return ranks.map((rank) => (ranks.length - rank) / (ranks.length - 1));
}

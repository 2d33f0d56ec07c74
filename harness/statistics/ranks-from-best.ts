import { rank } from './rank.ts';
import { withoutDust } from './without-dust.ts';

/** Mid-ranks of scores of which higher is better, from 1 for the best; ties as in `rank`, with rounding residue taken for 0. */
export function ranksFromBest(scores: ArrayLike<number>): Float64Array {
  return rank(withoutDust(scores).map((score) => -score));
}

import { checkPair } from './check-pair.ts';
import { rank } from './rank.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/** Spearman's rank correlation, Pearson's of mid-ranks, in [−1, 1]. Spearman (1904), statistics.md §8. @throws RangeError for NaN, infinite or unpaired values */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number | Undefined {
  checkPair(x, y);
  if (x.length < 2) return undefinedFor('fewer than two values');
  const [ranksOfX, ranksOfY] = [rank(x), rank(y)];
  const mean = (x.length + 1) / 2;
  let [cross, squaresOfX, squaresOfY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [ranksOfX[i]! - mean, ranksOfY[i]! - mean];
    cross += dx * dy;
    squaresOfX += dx * dx;
    squaresOfY += dy * dy;
  }
  // Multiples of a quarter, so a constant has exactly no squares and |ρ| ≤ 1 holds without clamping.
  if (squaresOfX === 0 || squaresOfY === 0) return undefinedFor(`constant ${squaresOfX === 0 ? 'x' : 'y'}`);
  return cross / Math.sqrt(squaresOfX * squaresOfY);
}

import { rank } from './rank.ts';

/** Spearman's rank correlation with average ranks for ties, in [−1, 1]; a sentence where it is undefined. */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number | string {
  if (x.length !== y.length) throw new RangeError(`${x.length} and ${y.length} values; expected as many of both`);
  if (x.length < 2) return 'fewer than two values';
  const [ranksOfX, ranksOfY] = [rank(x), rank(y)];
  if (isConstant(ranksOfX)) return 'the credit is constant';
  if (isConstant(ranksOfY)) return 'the truth is constant';
  const mean = (x.length + 1) / 2;
  let [cross, squaresOfX, squaresOfY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [ranksOfX[i]! - mean, ranksOfY[i]! - mean];
    cross += dx * dy;
    squaresOfX += dx * dx;
    squaresOfY += dy * dy;
  }
  return cross / Math.sqrt(squaresOfX * squaresOfY);
}

function isConstant(ranks: Float64Array): boolean {
  return ranks.every((value) => value === ranks[0]);
}

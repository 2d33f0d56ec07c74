import { compensatedMean, compensatedSum } from './compensated-sum.ts';
import { largestOf } from './without-dust.ts';

/** √ of the mean square of at least one value, each counted `shares` times (shares sum to 1) where given; squares neither overflow nor vanish. */
export function rootMeanSquare(values: Float64Array, shares?: Float64Array): number {
  const largest = largestOf(values);
  if (largest === 0) return 0;
  const squares = values.map((value) => (value / largest) ** 2);
  const mean =
    shares === undefined
      ? compensatedMean(squares)
      : compensatedSum(squares.map((square, place) => square * shares[place]!));
  return largest * Math.sqrt(mean);
}

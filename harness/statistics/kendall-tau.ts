import { checkPair } from './check-pair.ts';
import { rank } from './rank.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/** Kendall's τ_b = (C − D)/√((n₀ − n₁)(n₀ − n₂)), in [−1, 1], in O(n log n). Kendall (1945), Knight (1966), statistics.md §8. @throws RangeError for NaN, infinite or unpaired values */
export function kendallTau(x: ArrayLike<number>, y: ArrayLike<number>): number | Undefined {
  checkPair(x, y);
  if (x.length < 2) return undefinedFor('fewer than two values');
  const [ofX, ofY] = [rank(x), rank(y)];
  const order = Uint32Array.from(ofX, (_, i) => i).sort((a, b) => ofX[a]! - ofX[b]! || ofY[a]! - ofY[b]!);
  const [sortedX, sortedY] = [Float64Array.from(order, (i) => ofX[i]!), Float64Array.from(order, (i) => ofY[i]!)];
  const pairs = (x.length * (x.length - 1)) / 2;
  const tiedInX = pairsInRuns(x.length, (i) => sortedX[i] === sortedX[i - 1]);
  const tiedInBoth = pairsInRuns(x.length, (i) => sortedX[i] === sortedX[i - 1] && sortedY[i] === sortedY[i - 1]);
  // Sorting by y takes one exchange of neighbours for every discordant pair.
  const discordant = countInversions(sortedY, new Float64Array(x.length), 0, x.length);
  const tiedInY = pairsInRuns(x.length, (i) => sortedY[i] === sortedY[i - 1]);
  const [untiedInX, untiedInY] = [pairs - tiedInX, pairs - tiedInY];
  if (untiedInX === 0 || untiedInY === 0) return undefinedFor(`constant ${untiedInX === 0 ? 'x' : 'y'}`);
  const concordant = pairs - tiedInX - tiedInY + tiedInBoth - discordant;
  return (concordant - discordant) / Math.sqrt(untiedInX * untiedInY);
}

/** Pairs within runs of a sorted list, where `isAsBefore` says that an entry equals the one before it. */
function pairsInRuns(length: number, isAsBefore: (place: number) => boolean): number {
  let [pairs, run] = [0, 0];
  for (let place = 1; place < length; place++) {
    run = isAsBefore(place) ? run + 1 : 0;
    pairs += run;
  }
  return pairs;
}

/** Merge-sorts `values` from `start` to `end` in place and counts the pairs that stood in the wrong order. */
function countInversions(values: Float64Array, scratch: Float64Array, start: number, end: number): number {
  if (end - start < 2) return 0;
  const middle = (start + end) >> 1;
  let inversions = countInversions(values, scratch, start, middle) + countInversions(values, scratch, middle, end);
  scratch.set(values.subarray(start, end), start);
  let [left, right] = [start, middle];
  for (let place = start; place < end; place++) {
    const isFromRight = left === middle || (right < end && scratch[right]! < scratch[left]!);
    if (isFromRight) inversions += middle - left;
    values[place] = isFromRight ? scratch[right++]! : scratch[left++]!;
  }
  return inversions;
}

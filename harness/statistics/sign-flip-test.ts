import { type Random, randomOf } from '../random.ts';
import { checkCount, checkFinite } from './check-values.ts';
import { compensatedSum } from './compensated-sum.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/** With more non-zero differences than this, sign patterns are drawn. */
const mostExact = 20;

/** `exact` as it was found where not given; `seed` is needed where patterns are drawn, `resamples` of them. */
export type SignFlipSettings = {
  readonly exact?: boolean;
  readonly resamples?: number;
  readonly seed?: string | number | bigint;
};

/**
 * The two-sided sign-flip permutation test of the sum of paired differences (the caller passes weighted ones): p is the share
 * of the 2ⁿ sign patterns with |T*| ≥ |T|, or (b + 1)/(B + 1) of B drawn ones. Fisher (1935), statistics.md §4.
 * @throws RangeError for NaN or infinite differences, `exact` beyond 20 non-zero ones, or no seed where patterns are drawn
 */
export function signFlipTest(
  differences: ArrayLike<number>,
  { exact, resamples = 10_000, seed }: SignFlipSettings = {},
): { readonly p: number; readonly exact: boolean } | Undefined {
  checkFinite(differences, 'differences');
  if (differences.length === 0) return undefinedFor('no values');
  // In one order, whatever order they came in; the sign of each is free under the null.
  const sizes = Float64Array.from(differences, Math.abs)
    .filter((size) => size > 0)
    .sort();
  if (exact === true && sizes.length > mostExact)
    throw new RangeError(`${sizes.length} differences to flip exactly; expected at most ${mostExact}`);
  const observed = Math.abs(compensatedSum(differences)) - 1e-12 * compensatedSum(sizes);
  // Every pattern reaches a sum that is 0 but for rounding; this includes no differences but zeros.
  const isReachedByAll = observed <= 0;
  if (exact ?? sizes.length <= mostExact)
    return { p: isReachedByAll ? 1 : 2 * shareAbove(sizes, observed), exact: true };
  checkCount(resamples, 'resamples');
  if (seed === undefined) throw new RangeError('sign patterns are drawn; expected a seed');
  if (typeof seed === 'number' && !Number.isSafeInteger(seed))
    throw new RangeError(`the seed is ${seed}; expected a safe integer, a bigint or a string`);
  const reached = isReachedByAll
    ? resamples
    : drawnAbove(sizes, observed, resamples, randomOf('sign-flip', String(seed)));
  return { p: (reached + 1) / (resamples + 1), exact: false };
}

/** The share of sign patterns whose sum is at least `least` > 0: the sums of both halves, sorted, are matched. Horowitz & Sahni (1974). */
function shareAbove(sizes: Float64Array, least: number): number {
  const half = sizes.length >> 1;
  const [first, second] = [signedSums(sizes.subarray(0, half)), signedSums(sizes.subarray(half))];
  let count = 0;
  let fitting = 0;
  for (const sum of first) {
    while (fitting < second.length && sum + second[second.length - 1 - fitting]! >= least) fitting++;
    count += fitting;
  }
  return count / 2 ** sizes.length;
}

/** All 2ⁿ sums of ± the sizes, ascending. */
function signedSums(sizes: Float64Array): Float64Array {
  const sums = new Float64Array(2 ** sizes.length);
  for (const [place, size] of sizes.entries())
    for (let pattern = 2 ** place - 1; pattern >= 0; pattern--) {
      sums[pattern + 2 ** place] = sums[pattern]! + size;
      sums[pattern]! -= size;
    }
  return sums.sort();
}

function drawnAbove(sizes: Float64Array, least: number, resamples: number, random: Random): number {
  let reached = 0;
  for (let resample = 0; resample < resamples; resample++) {
    let sum = 0;
    let signs = 0;
    for (let place = 0; place < sizes.length; place++) {
      if (place % 30 === 0) signs = random.below(2 ** 30);
      sum += signs & 1 ? sizes[place]! : -sizes[place]!;
      signs >>= 1;
    }
    if (Math.abs(sum) >= least) reached++;
  }
  return reached;
}

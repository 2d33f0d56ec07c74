import { compensatedMean, compensatedSum } from './compensated-sum.ts';
import { quantile } from './quantile.ts';
import { rootMeanSquare } from './root-mean-square.ts';

/** Values of a statistic on resamples; `counts` says how often each stands for an equally likely one, once where not given. */
export type Replicates = { readonly values: Float64Array; readonly counts?: Float64Array };

/** The percentile interval of replicates at `level`, and their standard deviation with divisor M. statistics.md §3.1, §3.3 */
export function describeReplicates(
  { values, counts }: Replicates,
  level: number,
): { readonly low: number; readonly high: number; readonly standardError: number } {
  const share = (1 - level) / 2;
  if (counts === undefined) {
    const sorted = values.toSorted();
    return {
      low: quantile(sorted, share),
      high: quantile(sorted, 1 - share),
      standardError: spreadOf(sorted, undefined),
    };
  }
  const order = Uint32Array.from(values, (_, place) => place).sort((a, b) => values[a]! - values[b]!);
  const sorted = Float64Array.from(order, (place) => values[place]!);
  const times = Float64Array.from(order, (place) => counts[place]!);
  return {
    low: quantileOfCounted(sorted, times, share),
    high: quantileOfCounted(sorted, times, 1 - share),
    standardError: spreadOf(sorted, times),
  };
}

/** The type-7 quantile of sorted values that each stand `times` times. */
export function quantileOfCounted(sorted: Float64Array, times: Float64Array, share: number): number {
  const place = (times.reduce((sum, count) => sum + count, 0) - 1) * share;
  const below = Math.floor(place);
  let at = 0;
  let end = times[0]!;
  while (end <= below) end += times[++at]!;
  const low = sorted[at]!;
  if (place === below) return low;
  const next = below + 1 < end ? low : sorted[at + 1]!;
  return low + (place - below) * (next - low);
}

function spreadOf(sorted: Float64Array, times: Float64Array | undefined): number {
  if (times === undefined) {
    const centre = compensatedMean(sorted);
    return rootMeanSquare(sorted.map((value) => value - centre));
  }
  // The weighted mean of copies of one value may be off by its last bit.
  if (sorted[0] === sorted.at(-1)) return 0;
  const total = times.reduce((sum, count) => sum + count, 0);
  const shares = times.map((count) => count / total);
  const centre = compensatedSum(sorted.map((value, place) => value * shares[place]!));
  return rootMeanSquare(
    sorted.map((value) => value - centre),
    shares,
  );
}

import type { Random } from '../random.ts';
import { quantile } from './quantile.ts';

/** The 95 % percentile bootstrap interval of a mean over independent values; a sentence for fewer than two. Too narrow when they are few: statistics.md §3.6. */
export function bootstrapMean(
  values: ArrayLike<number>,
  random: Random,
  resamples = 2000,
): { readonly low: number; readonly high: number } | string {
  if (values.length < 2) return 'fewer than two values to resample';
  const means = Float64Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let draw = 0; draw < values.length; draw++) sum += values[random.below(values.length)]!;
    return sum / values.length;
  }).sort();
  return { low: quantile(means, 0.025), high: quantile(means, 0.975) };
}

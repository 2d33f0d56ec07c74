import { checkFinite, checkShare } from './check-values.ts';
import { compensatedMean } from './compensated-sum.ts';
import { rootMeanSquare } from './root-mean-square.ts';
import { studentTQuantile } from './special/student-t.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/**
 * Where the next value of a history of independent normal values lies with probability `level`: mean ± t·s·√(1 + 1/n), with t
 * of n − 1 degrees of freedom. @param history at least two values. statistics.md §9
 */
export function predictionInterval(
  history: ArrayLike<number>,
  { level = 0.95 }: { readonly level?: number } = {},
): { readonly low: number; readonly high: number } | Undefined {
  checkShare(level, 'the level');
  checkFinite(history, 'the history');
  const count = history.length;
  if (count < 2) return undefinedFor(count === 0 ? 'no values' : 'one value');
  const centre = compensatedMean(history);
  const deviations = Float64Array.from(history, (value) => value - centre);
  // s·√(1 + 1/n), with s of divisor n − 1.
  const spread = rootMeanSquare(deviations) * Math.sqrt((count + 1) / (count - 1));
  const reach = studentTQuantile(1 - (1 - level) / 2, count - 1) * spread;
  return { low: centre - reach, high: centre + reach };
}

import { checkCount, checkFinite, checkShare } from './check-values.ts';
import { normalQuantile } from './special/normal.ts';
import { studentTQuantile } from './special/student-t.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

export type Interval = { readonly low: number; readonly high: number };

/**
 * A percentile interval with both ends stretched around the estimate by √(n/(n − 1)) · t/z, because resampling few units is
 * too narrow: n = the smallest number of units in a task, t with Σ(units − 1) degrees of freedom. Hesterberg (2015); statistics.md §3.6
 */
export function expandInterval(
  { low, high }: Interval,
  estimate: number,
  unitsPerTask: readonly number[],
  level: number,
): Interval | Undefined {
  checkShare(level, 'the level');
  checkFinite([low, high, estimate], 'the interval and its estimate');
  for (const [task, units] of unitsPerTask.entries()) checkCount(units, `the number of units of task ${task}`);
  if (unitsPerTask.length === 0) return undefinedFor('no values');
  const fewest = unitsPerTask.reduce((least, units) => Math.min(least, units));
  if (fewest === 1) return undefinedFor('one unit in a task');
  const freedom = unitsPerTask.reduce((sum, units) => sum + units - 1, 0);
  const end = 1 - (1 - level) / 2;
  const stretch = Math.sqrt(fewest / (fewest - 1)) * (studentTQuantile(end, freedom) / normalQuantile(end));
  return { low: estimate + stretch * (low - estimate), high: estimate + stretch * (high - estimate) };
}

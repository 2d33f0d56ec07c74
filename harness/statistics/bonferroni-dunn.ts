import { checkCount, checkShare } from './check-values.ts';
import { rankDifferenceError } from './rank-difference-error.ts';
import { normalQuantile } from './special/normal.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/** The mean-rank distance from which one of `methods` − 1 methods differs from the control. Dunn (1961), Demšar (2006), statistics.md §5.3. */
export function bonferroniDunn(
  methods: number,
  tasks: number,
  { alpha = 0.05 }: { readonly alpha?: number } = {},
): number | Undefined {
  checkCount(methods, 'methods');
  checkShare(alpha, 'alpha');
  const error = rankDifferenceError(methods, tasks);
  if (methods === 1) return undefinedFor('one method');
  return -normalQuantile(alpha / (2 * (methods - 1))) * error;
}

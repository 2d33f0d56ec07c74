import { checkFinite, checkShare } from './check-values.ts';
import { rankDifferenceError } from './rank-difference-error.ts';
import { studentizedRangeQuantile, studentizedRangeSf } from './special/studentized-range.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/** The mean-rank distance from which two methods differ, and the p of every pair: symmetric, ones on the diagonal. */
export type Nemenyi = { readonly criticalDifference: number; readonly p: number[][] };

/** Nemenyi's test of all pairs of mean ranks over `tasks` tasks, with infinitely many degrees of freedom. Nemenyi (1963), Demšar (2006), statistics.md §5.3. */
export function nemenyi(
  meanRanks: ArrayLike<number>,
  tasks: number,
  { alpha = 0.05 }: { readonly alpha?: number } = {},
): Nemenyi | Undefined {
  checkFinite(meanRanks, 'meanRanks');
  checkShare(alpha, 'alpha');
  const methods = meanRanks.length;
  const error = rankDifferenceError(methods, tasks);
  if (methods < 2) return undefinedFor(methods === 0 ? 'no values' : 'one method');
  const p = Array.from({ length: methods }, () => new Array<number>(methods).fill(1));
  for (let one = 0; one < methods; one++)
    for (let other = 0; other < one; other++) {
      const distance = Math.abs(meanRanks[one]! - meanRanks[other]!);
      // Mean ranks that differ by rounding residue are the same.
      const q = distance <= 1e-12 * methods ? 0 : (Math.SQRT2 * distance) / error;
      p[one]![other] = p[other]![one] = studentizedRangeSf(q, methods);
    }
  return { criticalDifference: nemenyiDistance(methods, tasks, alpha), p };
}

/** The mean-rank distance from which two of at least two methods differ. Demšar (2006), statistics.md §5.3. */
export function nemenyiDistance(methods: number, tasks: number, alpha: number): number {
  return (studentizedRangeQuantile(alpha, methods) / Math.SQRT2) * rankDifferenceError(methods, tasks);
}

import { checkWhole } from './check-whole.ts';
import { logGamma } from './special/log-gamma.ts';

/** McNemar's exact two-sided test on the numbers of instances that only the first, and only the second, got right; p = 1 where there are none. McNemar (1947), statistics.md §4. */
export function mcnemar(onlyFirst: number, onlySecond: number): { readonly p: number } {
  checkWhole(onlyFirst, 'onlyFirst');
  checkWhole(onlySecond, 'onlySecond');
  const trials = onlyFirst + onlySecond;
  const fewer = Math.min(onlyFirst, onlySecond);
  // Σ C(n, i) over i ≤ fewer as a multiple of its largest term, which alone is taken in logarithms and cannot overflow.
  let [multiple, term] = [1, 1];
  for (let i = fewer; i > 0 && term > 0; i--) multiple += term *= i / (trials - i + 1);
  const logLargest = logGamma(trials + 1) - logGamma(fewer + 1) - logGamma(trials - fewer + 1) - trials * Math.LN2;
  return { p: Math.min(1, 2 * multiple * Math.exp(logLargest)) };
}

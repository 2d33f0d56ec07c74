import { checkMagnitude, checkShare } from './check-values.ts';
import { clusteredStandardError } from './clustered-standard-error.ts';
import { compensatedMean } from './compensated-sum.ts';
import { pairsNeeded } from './minimum-detectable-effect.ts';
import { studentTQuantile, studentTSf } from './special/student-t.ts';
import { isUndefined, type Undefined, undefinedFor } from './undefined.ts';
import { largestOf } from './without-dust.ts';

/** What paired differences (candidate − baseline, higher is better) say about a margin. */
export type NonInferiority = {
  readonly mean: number;
  readonly standardError: number;
  /** One-sided bounds of the true mean, each at 1 − alpha. */
  readonly low: number;
  readonly high: number;
  /** One-sided, of a true mean of −margin or less: below alpha exactly where the verdict is `pass`; 0 or 1 where nothing spreads. */
  readonly p: number;
  /** One-sided, of a true mean of −margin or more: below alpha exactly where it is `worse`. For Holm, to name the worse ones. */
  readonly pWorse: number;
  readonly verdict: 'pass' | 'worse' | 'unproven';
  /**
   * Only where unproven: the pairs (clusters, where given), not rounded, that prove non-inferiority with the given power if the
   * true difference is 0. Undefined where there are as many already: then the difference is too near the margin.
   */
  readonly pairsToDecide?: number | Undefined;
};

/**
 * Whether a mean difference is shown to lie above −margin. Spread and distances below 10⁻¹² of the margin or the largest
 * difference are rounding, not evidence.
 * @param clusters the name of each difference's cluster, e.g. its instance; undefined: every pair stands for itself
 * @param settings margin above 0 in the unit of the differences; alpha one-sided, below 0.5. Student t; statistics.md §9
 */
export function nonInferiority(
  differences: ArrayLike<number>,
  clusters: ArrayLike<string | number> | undefined,
  { margin, alpha = 0.05, power = 0.8 }: { readonly margin: number; readonly alpha?: number; readonly power?: number },
): NonInferiority | Undefined {
  checkMagnitude(margin, 'the margin', 'above 0');
  checkShare(alpha, 'alpha');
  if (alpha >= 0.5) throw new RangeError(`alpha is ${alpha}; expected less than 0.5 for a one-sided bound`);
  checkShare(power, 'power');
  const names = clusters ?? Uint32Array.from(differences, (_, pair) => pair);
  const found = clusteredStandardError(differences, names);
  if (isUndefined(found)) return found.reason === 'one cluster' && !clusters ? undefinedFor('one pair') : found;
  const count = new Set(Array.from(names)).size;
  const mean = compensatedMean(differences);
  const dust = 1e-12 * Math.max(margin, largestOf(differences));
  const standardError = found <= dust ? 0 : found;
  const reach = studentTQuantile(1 - alpha, count - 1) * standardError;
  const bounds = { mean, standardError, low: mean - reach, high: mean + reach };
  const shares = tailsOf(mean + margin, standardError, count - 1, dust);
  if (bounds.low + margin > dust) return { ...bounds, ...shares, verdict: 'pass' };
  if (bounds.high + margin < -dust) return { ...bounds, ...shares, verdict: 'worse' };
  const needed = pairsNeeded(standardError * Math.sqrt(count), margin, { alpha: 2 * alpha, power });
  const pairsToDecide =
    needed > count
      ? needed
      : undefinedFor('there are as many pairs as decide at no difference; it is too near the margin');
  return { ...bounds, ...shares, verdict: 'unproven', pairsToDecide };
}

/** P(T ≥ t) and P(T ≤ t) at t = excess / standard error; without spread the excess alone decides. */
function tailsOf(excess: number, standardError: number, freedom: number, dust: number): { p: number; pWorse: number } {
  if (standardError === 0) return { p: excess > dust ? 0 : 1, pWorse: excess < -dust ? 0 : 1 };
  const t = excess / standardError;
  return { p: studentTSf(t, freedom), pWorse: studentTSf(-t, freedom) };
}

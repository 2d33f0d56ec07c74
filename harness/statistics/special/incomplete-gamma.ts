import { continuedFraction } from './continued-fraction.ts';
import { logGamma } from './log-gamma.ts';

/** The regularised lower incomplete gamma P(a, x) for a > 0 and x ≥ 0, in [0, 1]. DLMF 8.2.4. */
export function lowerGamma(a: number, x: number): number {
  check(a, x);
  return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
}

/** The regularised upper incomplete gamma Q(a, x) = 1 − P(a, x), as exact in its tail as near 1. DLMF 8.2.4. */
export function upperGamma(a: number, x: number): number {
  check(a, x);
  return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
}

/** P by its series, DLMF 8.11.4, whose terms fall from the first where x < a + 1. */
function series(a: number, x: number): number {
  if (x === 0) return 0;
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * Number.EPSILON; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * weight(a, x);
}

/** Q by its continued fraction, DLMF 8.9.2 contracted to its even part. */
function fraction(a: number, x: number): number {
  if (x === Number.POSITIVE_INFINITY) return 0;
  const start = x + 1 - a;
  return (
    weight(a, x) /
    continuedFraction(
      start,
      (n) => n * (a - n),
      (n) => start + 2 * n,
    )
  );
}

/** xᵃ e⁻ˣ / Γ(a). */
function weight(a: number, x: number): number {
  return Math.exp(a * Math.log(x) - x - logGamma(a));
}

function check(a: number, x: number): void {
  if (!(a > 0 && a < Number.POSITIVE_INFINITY && x >= 0))
    throw new RangeError(`incomplete gamma of shape ${a} at ${x}; expected a positive shape and a place of at least 0`);
}

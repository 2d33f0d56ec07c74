import { bisect } from './bisect.ts';
import { lowerGamma, upperGamma } from './incomplete-gamma.ts';

/** Φ(x), the standard normal distribution function, exact in both tails. */
export function normalCdf(x: number): number {
  return normalSf(-x);
}

/** 1 − Φ(x), by the incomplete gamma function of x²/2, so that a tail keeps its digits. DLMF 7.11.2. */
export function normalSf(x: number): number {
  const tail = upperGamma(0.5, (x * x) / 2) / 2;
  return x >= 0 ? tail : 0.5 + lowerGamma(0.5, (x * x) / 2) / 2;
}

/** Φ⁻¹(p) for p strictly between 0 and 1, by bisection. @throws RangeError for another p */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`normal quantile at ${p}; expected a probability between 0 and 1`);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  // 1 − Φ(x) ≤ e^(−x²/2)/2 bounds the place from above.
  const reach = bisect(0, Math.sqrt(-2 * Math.log(2 * tail)) + 1e-6, (x) => normalSf(x) > tail);
  return p < 0.5 ? -reach : reach;
}

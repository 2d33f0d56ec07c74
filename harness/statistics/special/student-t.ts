import { bisect } from './bisect.ts';
import { incompleteBeta } from './incomplete-beta.ts';

/** The square of a larger number may overflow. */
const largest = 1e150;

/** P(T > t) for Student's t with `df` > 0 degrees of freedom, exact in its tail. @throws RangeError for NaN, a finite |t| beyond 10¹⁵⁰, or df ≤ 0 */
export function studentTSf(t: number, df: number): number {
  if (!(df > 0 && df < Number.POSITIVE_INFINITY) || Number.isNaN(t))
    throw new RangeError(`student t at ${t} with ${df} degrees of freedom; expected a number and positive degrees`);
  if (Math.abs(t) > largest && Number.isFinite(t))
    throw new RangeError(`student t at ${t}; expected a number up to ${largest}, whose square can be held`);
  // Each share is computed by itself, for 1 − df/(df + t²) would lose the digits of a small t.
  const ratio = (t / df) * t;
  const tail = incompleteBeta(1 / (1 + ratio), df / 2, 0.5, 1 / (1 + 1 / ratio)) / 2;
  return t >= 0 ? tail : 1 - tail;
}

/** The t with P(T ≤ t) = p for p strictly between 0 and 1, by bisection. @throws RangeError for another p, or df ≤ 0 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`student t quantile at ${p}; expected a probability between 0 and 1`);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  let beyond = 1;
  while (studentTSf(beyond, df) > tail) beyond *= 2;
  const reach = bisect(0, beyond, (t) => studentTSf(t, df) > tail);
  return p < 0.5 ? -reach : reach;
}

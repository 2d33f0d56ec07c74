import { bisect } from './bisect.ts';
import { normalCdf } from './normal.ts';

/** The trapezoidal rule from −9 in these steps is exact to 1e-13 up to a hundred groups: the integrand is analytic and falls like φ. */
const [step, reach] = [0.125, 9];

/** Φ at −9, −9 + step, … 9; beyond, it is 1. */
const cdfOnGrid = Float64Array.from({ length: (2 * reach) / step + 1 }, (_, place) => normalCdf(place * step - reach));

/**
 * P(Q > q) for the studentized range of `groups` ≥ 2 with infinitely many degrees of freedom, q ≥ 0, exact in its tail:
 * P(Q ≤ q) = k ∫ φ(z) [Φ(z) − Φ(z − q)]^(k−1) dz. Statistics.md §10.
 */
export function studentizedRangeSf(q: number, groups: number): number {
  if (!(Number.isInteger(groups) && groups >= 2 && q >= 0 && q < Number.POSITIVE_INFINITY))
    throw new RangeError(
      `studentized range of ${groups} groups at ${q}; expected at least 2 groups and a place from 0`,
    );
  let [inside, outside] = [0, 0];
  for (let place = 0; place * step <= 2 * reach + q / 2; place++) {
    const z = place * step - reach;
    const [density, all, left] = [Math.exp((-z * z) / 2), cdfOnGrid[place] ?? 1, normalCdf(z - q)];
    inside += density * (all - left) ** (groups - 1);
    // Φ^(k−1) − (Φ(z) − Φ(z − q))^(k−1), without subtracting near equals; k ∫ φ Φ^(k−1) dz = 1.
    outside -= density * all ** (groups - 1) * Math.expm1((groups - 1) * Math.log1p(-left / all));
  }
  const weight = (groups * step) / Math.sqrt(2 * Math.PI);
  return weight * inside < 0.5 ? 1 - weight * inside : weight * outside;
}

/** The q with P(Q > q) = `tail`, strictly between 0 and 1, for `groups` ≥ 2 and infinitely many degrees of freedom, by bisection. */
export function studentizedRangeQuantile(tail: number, groups: number): number {
  if (!(tail > 0 && tail < 1))
    throw new RangeError(`studentized range quantile at ${tail}; expected a probability between 0 and 1`);
  let beyond = 1;
  while (studentizedRangeSf(beyond, groups) > tail) beyond *= 2;
  return bisect(0, beyond, (q) => studentizedRangeSf(q, groups) > tail);
}

import { continuedFraction } from './continued-fraction.ts';
import { logGamma } from './log-gamma.ts';

/**
 * The regularised incomplete beta I_x(a, b) for a, b > 0 and x in [0, 1]. `y` = 1 − x is given where it is known better than
 * x tells, so that neither tail loses digits. DLMF 8.17.2 and 8.17.22.
 */
export function incompleteBeta(x: number, a: number, b: number, y = 1 - x): number {
  if (!(a > 0 && b > 0 && a + b < Number.POSITIVE_INFINITY && x >= 0 && x <= 1 && y >= 0 && y <= 1))
    throw new RangeError(`incomplete beta of ${a} and ${b} at ${x}; expected positive shapes and a place in [0, 1]`);
  if (x === 0 || y === 0) return x === 0 ? 0 : 1;
  const weight = Math.exp(a * Math.log(x) + b * Math.log(y) + logGamma(a + b) - logGamma(a) - logGamma(b));
  // The fraction converges fast on this side of the mean; the other side follows from I_x(a, b) = 1 − I_y(b, a).
  return x < (a + 1) / (a + b + 2) ? weight / (a * fraction(x, a, b)) : 1 - weight / (b * fraction(y, b, a));
}

/** 1 + d₁/(1 + d₂/(1 + …)) of DLMF 8.17.22. */
function fraction(x: number, a: number, b: number): number {
  const coefficient = (n: number) => {
    const m = Math.floor(n / 2);
    return n % 2 === 0
      ? (m * (b - m) * x) / ((a + n - 1) * (a + n))
      : (-(a + m) * (a + b + m) * x) / ((a + n - 1) * (a + n));
  };
  return continuedFraction(1, coefficient, () => 1);
}

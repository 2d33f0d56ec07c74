/** Stands for a denominator of 0. */
const tiny = 1e-300;

/** b₀ + a₁/(b₁ + a₂/(b₂ + …)) with a = `numerator` and b = `denominator`, n from 1, to the last digits. Lentz (1976), Thompson & Barnett (1986). */
export function continuedFraction(
  start: number,
  numerator: (n: number) => number,
  denominator: (n: number) => number,
): number {
  let value = start || tiny;
  let above = value;
  let below = 0;
  for (let n = 1; n < 1e6; n++) {
    const [a, b] = [numerator(n), denominator(n)];
    below = 1 / (b + a * below || tiny);
    above = b + a / above || tiny;
    const factor = above * below;
    value *= factor;
    if (Math.abs(factor - 1) <= 4 * Number.EPSILON) return value;
  }
  throw new RangeError('a continued fraction did not converge in a million terms');
}

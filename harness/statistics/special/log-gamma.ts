/** B₂ₖ/(2k(2k−1)), k = 1 … 8, the coefficients of Stirling's series. */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];

/** From here on Stirling's series is exact to the last digits. */
const enough = 10;

/** ln Γ(x) for x > 0: Stirling's series, reached by Γ(x) = Γ(x + 1)/x where x is small. DLMF 5.11.1. @throws RangeError for x ≤ 0 */
export function logGamma(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) throw new RangeError(`log-gamma of ${x}; expected a positive number`);
  let shifted = x;
  let product = 1;
  for (; shifted < enough; shifted++) product *= shifted;
  return (
    (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + tail(shifted) - Math.log(product)
  );
}

function tail(x: number): number {
  const square = 1 / (x * x);
  return stirling.reduceRight((sum, coefficient) => sum * square + coefficient, 0) / x;
}

/** Differences rounded to the decimal place of 10⁻¹² of the scale of the scores behind them, so that 0.1 + 0.2 ties with 0.3 and −0 is 0; statistics.md §1. */
export function withoutResidue(differences: Float64Array, scale = 1): Float64Array {
  if (scale === 0) return new Float64Array(differences.length);
  const places = 12 - Number(scale.toExponential().split('e')[1]);
  // A whole number over a power of ten is the nearest double to that decimal; times its inverse it would not be.
  const power = Number(`1e${Math.abs(places)}`);
  if (places < 0) return differences.map((difference) => Math.round(difference / power) * power + 0);
  return differences.map((difference) => Math.round(difference * power) / power + 0);
}

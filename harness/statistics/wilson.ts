/** Φ⁻¹(0.975). */
const z = 1.959963984540054;

/** The 95 % Wilson interval of a proportion over at least one independent trial; statistics.md §3.8. */
export function wilson(successes: number, trials: number): { readonly low: number; readonly high: number } {
  const share = successes / trials;
  const centre = share + (z * z) / (2 * trials);
  const reach = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const scale = 1 + (z * z) / trials;
  return {
    // The ends are exact where the formula leaves rounding residue.
    low: successes === 0 ? 0 : (centre - reach) / scale,
    high: successes === trials ? 1 : (centre + reach) / scale,
  };
}

/** The values with rounding residue below 10⁻¹² of `scale` (their largest magnitude if not given) set to 0, so that an exact 0 and its residue tie. */
export function withoutDust(values: ArrayLike<number>, scale = largestOf(values)): Float64Array {
  return Float64Array.from(values, (value) => (Math.abs(value) <= 1e-12 * scale ? 0 : value));
}

/** The largest magnitude among the values, 0 for none. */
export function largestOf(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  return largest;
}

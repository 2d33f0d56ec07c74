/** Where the lowest of at least one value is, the first of equals. */
export function lowest(values: Float64Array): number {
  let least = 0;
  for (const [place, value] of values.entries()) if (value < values[least]!) least = place;
  return least;
}

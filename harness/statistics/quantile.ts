/** The type-7 quantile (linear interpolation) at `level` in [0, 1] of at least one sorted value; statistics.md §3.1. */
export function quantile(sorted: ArrayLike<number>, level: number): number {
  const place = (sorted.length - 1) * level;
  const below = Math.floor(place);
  const low = sorted[below]!;
  return place === below ? low : low + (place - below) * (sorted[below + 1]! - low);
}

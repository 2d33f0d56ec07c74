/** Ranks from 1, ties sharing their average. Values tie if they agree to 12 significant digits, so 0.1 + 0.2 ties with 0.3. */
export function rank(values: ArrayLike<number>): Float64Array {
  const sorted = new Float64Array(values).sort();
  const ranks = new Float64Array(sorted.length);
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && isTied(sorted[end - 1]!, sorted[end]!)) end++;
    ranks.fill((start + 1 + end) / 2, start, end);
    start = end;
  }
  const found = new Float64Array(sorted.length);
  for (let place = 0; place < found.length; place++) found[place] = ranks[firstPlace(sorted, values[place]!)]!;
  return found;
}

/** Rounding is slow, so it is asked only where two neighbours are near enough to round to one number. */
function isTied(low: number, high: number): boolean {
  if (low === high) return true;
  return high - low <= 1.1e-11 * Math.max(-low, high) && low.toPrecision(12) === high.toPrecision(12);
}

/** The first place of a value that is there, in ascending order. */
function firstPlace(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

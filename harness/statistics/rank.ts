/** Ranks from 1, ties sharing their average. Values tie if they agree to 12 significant digits, so 0.1 + 0.2 ties with 0.3. */
export function rank(values: ArrayLike<number>): Float64Array {
  const rounded = Float64Array.from({ length: values.length }, (_, index) => Number(values[index]!.toPrecision(12)));
  const order = Uint32Array.from({ length: values.length }, (_, index) => index).sort(
    (a, b) => rounded[a]! - rounded[b]!,
  );
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && rounded[order[end]!] === rounded[order[start]!]) end++;
    for (let place = start; place < end; place++) ranks[order[place]!] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

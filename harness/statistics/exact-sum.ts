/**
 * The sum of finite values, rounded once to the nearest double, whatever their order; not finite where a partial sum is too
 * large. Keeps the rounding error of every addition: Shewchuk (1997).
 */
export function exactSum(values: ArrayLike<number>): number {
  const parts: number[] = [];
  for (let i = 0; i < values.length; i++) {
    let rest = values[i]!;
    let kept = 0;
    for (let place = 0; place < parts.length; place++) {
      const part = parts[place]!;
      const sum = rest + part;
      const lost = Math.abs(rest) < Math.abs(part) ? rest - (sum - part) : part - (sum - rest);
      if (lost !== 0) parts[kept++] = lost;
      rest = sum;
    }
    parts.length = kept;
    parts.push(rest);
  }
  return rounded(parts);
}

/** The sum of parts that do not overlap, smallest first, rounded to the nearest double and to even where it lies halfway. */
function rounded(parts: readonly number[]): number {
  let place = parts.length - 1;
  let sum = parts[place] ?? 0;
  let lost = 0;
  while (place > 0 && lost === 0) {
    const before = sum;
    const part = parts[--place]!;
    sum = before + part;
    lost = part - (sum - before);
  }
  // Halfway between two doubles, the next smaller part decides.
  const next = place > 0 ? parts[place - 1]! : 0;
  if ((lost < 0 && next < 0) || (lost > 0 && next > 0)) {
    const twice = lost * 2;
    const other = sum + twice;
    if (other - sum === twice) return other;
  }
  return sum;
}

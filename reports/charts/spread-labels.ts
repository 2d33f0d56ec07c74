/**
 * Where labels stand that want to stand at `wanted`: in the same order, at least `gap` apart, between `low` and `high`, moved as
 * little as possible (least squares). More labels than fit start at `low` and run past `high`.
 */
export function spreadLabels(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, index) => index).toSorted((a, b) => wanted[a]! - wanted[b]! || a - b);
  const blocks: { sum: number; size: number }[] = [];
  for (const [place, index] of order.entries()) {
    blocks.push({ sum: wanted[index]! - place * gap, size: 1 });
    // Pool adjacent violators: blocks that would overlap share their mean.
    while (blocks.length > 1 && meanOf(blocks.at(-2)!) > meanOf(blocks.at(-1)!)) {
      const last = blocks.pop()!;
      const before = blocks.at(-1)!;
      before.sum += last.sum;
      before.size += last.size;
    }
  }
  const most = Math.max(low, high - (wanted.length - 1) * gap);
  const starts = blocks.flatMap((block) =>
    Array.from({ length: block.size }, () => Math.min(most, Math.max(low, meanOf(block)))),
  );
  const places = new Array<number>(wanted.length).fill(0);
  for (const [place, index] of order.entries()) places[index] = starts[place]! + place * gap;
  return places;
}

function meanOf({ sum, size }: { sum: number; size: number }): number {
  return sum / size;
}

import { checkPValues } from './check-p-values.ts';

/** Holm's adjusted p-values, in the order given: max over j ≤ i of min(1, (m − j + 1)p₍ⱼ₎); needs no independence. Holm (1979), statistics.md §5.5. @throws RangeError for p outside [0, 1] */
export function holm(p: ArrayLike<number>): number[] {
  checkPValues(p);
  const adjusted = new Array<number>(p.length);
  let largest = 0;
  const ascending = Array.from(p, (_, place) => place).sort((a, b) => p[a]! - p[b]!);
  for (const [smaller, place] of ascending.entries())
    adjusted[place] = largest = Math.max(largest, Math.min(1, (p.length - smaller) * p[place]!));
  return adjusted;
}

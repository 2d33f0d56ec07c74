import { checkPValues } from './check-p-values.ts';

/** Benjamini and Hochberg's adjusted p-values, in the order given: min over j ≥ i of min(1, m·p₍ⱼ₎/j). For exploration, never for a headline. Benjamini & Hochberg (1995), statistics.md §5.5. @throws RangeError for p outside [0, 1] */
export function benjaminiHochberg(p: ArrayLike<number>): number[] {
  checkPValues(p);
  const adjusted = new Array<number>(p.length);
  let smallest = 1;
  const descending = Array.from(p, (_, place) => place).sort((a, b) => p[b]! - p[a]!);
  for (const [larger, place] of descending.entries())
    adjusted[place] = smallest = Math.min(smallest, p[place]! * (p.length / (p.length - larger)));
  return adjusted;
}

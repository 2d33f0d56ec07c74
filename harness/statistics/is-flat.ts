import { rank } from './rank.ts';

/** Whether all values tie to 12 significant digits, so that there is nothing to rank. */
export function isFlat(values: ArrayLike<number>): boolean {
  const ranks = rank(values);
  return ranks.every((value) => value === ranks[0]);
}

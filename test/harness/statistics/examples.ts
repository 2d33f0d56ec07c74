import { isUndefined, type Undefined } from '../../../harness/statistics/undefined.ts';

/** Every pattern of signs of n numbers, as lists of ±1. */
export function signPatterns(n: number): number[][] {
  return Array.from({ length: 2 ** n }, (_, bits) => Array.from({ length: n }, (_, i) => ((bits >> i) & 1 ? 1 : -1)));
}

/** The AUC of C4.5, C4.5+m, C4.5+cf and C4.5+m+cf on 14 data sets. Demšar (2006), table 6. */
export const demsar = [
  [0.763, 0.768, 0.771, 0.798],
  [0.599, 0.591, 0.59, 0.569],
  [0.954, 0.971, 0.968, 0.967],
  [0.628, 0.661, 0.654, 0.657],
  [0.882, 0.888, 0.886, 0.898],
  [0.936, 0.931, 0.916, 0.931],
  [0.661, 0.668, 0.609, 0.685],
  [0.583, 0.583, 0.563, 0.625],
  [0.775, 0.838, 0.866, 0.875],
  [1, 1, 1, 1],
  [0.94, 0.962, 0.965, 0.962],
  [0.619, 0.666, 0.614, 0.669],
  [0.972, 0.981, 0.975, 0.975],
  [0.957, 0.978, 0.946, 0.97],
];

/** The second column less the first, and so on, of Demšar's table. */
export function demsarDifferences(first: number, second: number): number[] {
  return demsar.map((row) => row[second]! - row[first]!);
}

/** Demšar's table with the tie of row 13 broken as his ranks have it. */
export const demsarUntied = demsar.map((row, place) => (place === 12 ? [0.972, 0.981, 0.97501, 0.975] : row));

/** The value of a result that must have one. */
export function defined<Value>(result: Value): Exclude<Value, Undefined> {
  if (isUndefined(result)) throw new Error(result.reason);
  // What is not a reason is a value.
  return result as Exclude<Value, Undefined>;
}

/** A table of whether any two methods differ. */
export function differsWhere(methods: number, differ: (one: number, other: number) => boolean): boolean[][] {
  return Array.from({ length: methods }, (_, one) =>
    Array.from({ length: methods }, (_, other) => one !== other && differ(one, other)),
  );
}

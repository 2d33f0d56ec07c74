import type { ScoredRow } from '../row.ts';

/** Engines round the last digits of exp, log and pow differently; beyond 12 digits of the largest entry it is another truth. */
const tolerance = 1e-12;

/** Whether two rows of one name are about one instance: the same truth, to 12 digits of the largest number in it. */
export function sameTruth(first: ScoredRow['truth'], second: ScoredRow['truth']): boolean {
  const keys = new Set([...Object.keys(first), ...Object.keys(second)] as (keyof ScoredRow['truth'])[]);
  return [...keys].every((key) => sameValue(first[key], second[key]));
}

function sameValue(first: unknown, second: unknown): boolean {
  if (Array.isArray(first) && Array.isArray(second)) return sameNumbers(first, second);
  if (typeof first !== 'object' || typeof second !== 'object' || first === null || second === null)
    return first === second;
  const keys = new Set([...Object.keys(first), ...Object.keys(second)]);
  // Both are plain objects of a parsed row.
  const [one, other] = [first as Record<string, unknown>, second as Record<string, unknown>];
  return [...keys].every((key) => sameValue(one[key], other[key]));
}

function sameNumbers(first: readonly number[], second: readonly number[]): boolean {
  if (first.length !== second.length) return false;
  const largest = first.reduce((most, value, index) => Math.max(most, Math.abs(value), Math.abs(second[index]!)), 0);
  return first.every((value, index) => Math.abs(value - second[index]!) <= tolerance * largest);
}

import type { Pair, Resolution } from './resolution.ts';

const turned = {
  first: 'second',
  second: 'first',
  undecided: 'undecided',
  'cannot be significant': 'cannot be significant',
  tied: 'tied',
} as const;

/** What the resolution of a table says of two methods, seen from the first; null where it does not compare them. */
export function orientedPair(resolution: Resolution | null, first: string, second: string): Pair | null {
  const pairs = resolution?.pairs ?? [];
  const same = pairs.find((pair) => pair.first === first && pair.second === second);
  if (same !== undefined) return same;
  const other = pairs.find((pair) => pair.first === second && pair.second === first);
  if (other === undefined) return null;
  return {
    ...other,
    first,
    second,
    difference: -other.difference,
    low: other.high === null ? null : -other.high,
    high: other.low === null ? null : -other.low,
    won: 1 - other.won,
    verdict: turned[other.verdict],
  };
}

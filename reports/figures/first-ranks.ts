import type { CriticalDifference } from '../resolution.ts';

/** A critical difference with the `most` best methods alone: its bars end with them, and those that say no more than another are left out. */
export function firstRanks(critical: CriticalDifference, most: number): CriticalDifference {
  const meanRanks = critical.meanRanks.slice(0, most);
  if (meanRanks.length === critical.meanRanks.length) return critical;
  const shown = new Set(meanRanks.map(({ method }) => method));
  const cut = critical.bars
    .map((members) => members.filter((method) => shown.has(method)))
    .filter(({ length }) => length > 1)
    .toSorted((a, b) => b.length - a.length);
  const bars = cut.filter((members, place) =>
    cut.slice(0, place).every((larger) => members.some((method) => !larger.includes(method))),
  );
  return { ...critical, meanRanks, bars };
}

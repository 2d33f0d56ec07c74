import type { CriticalDifference } from '../resolution.ts';

/** A critical-difference diagram in rows: the best mean rank on top, and bars beside the rows, each on a level of its own where they overlap. */
export type CriticalLayout = {
  readonly rows: readonly { readonly method: string; readonly meanRank: number }[];
  readonly bars: readonly {
    readonly level: number;
    readonly first: number;
    readonly last: number;
    /** Rows of its members; the rows between that are missing here are not of this set. */
    readonly members: readonly number[];
  }[];
  readonly levels: number;
};

/** Bars take the first level on which no earlier bar shares a row with them. */
export function criticalLayout({ meanRanks, bars }: Pick<CriticalDifference, 'meanRanks' | 'bars'>): CriticalLayout {
  const places = new Map(meanRanks.map(({ method }, row) => [method, row]));
  const spans = bars
    .map((members) => members.flatMap((method) => places.get(method) ?? []).toSorted((a, b) => a - b))
    .map((members) => ({ members, first: members[0] ?? 0, last: members.at(-1) ?? 0 }))
    .toSorted((a, b) => a.first - b.first || a.last - b.last || (a.members.join() < b.members.join() ? -1 : 1));
  const ends: number[] = [];
  const placed = spans.map((span) => {
    const free = ends.findIndex((end) => end < span.first);
    const level = free === -1 ? ends.length : free;
    ends[level] = span.last;
    return { ...span, level };
  });
  return { rows: meanRanks, bars: placed, levels: ends.length };
}

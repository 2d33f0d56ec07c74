import type { CaseEntry } from '../case-entry.ts';

/** A page of more credits than these would be too large; the summary holds the others. */
const mostCredits = 6000;

/** The cases that a page holds: equally many of every task, all while they are few, at least one. */
export function shownCases(cases: readonly CaseEntry[]): readonly CaseEntry[] {
  const seen = new Map<string, number>();
  const numbered = cases.map((entry) => {
    const place = seen.get(entry.task) ?? 0;
    seen.set(entry.task, place + 1);
    return { entry, place };
  });
  for (let each = Math.max(1, ...seen.values()); ; each--) {
    const shown = numbered.filter(({ place }) => place < each).map(({ entry }) => entry);
    if (each <= 1 || shown.reduce((sum, { credits }) => sum + credits.length, 0) <= mostCredits) return shown;
  }
}

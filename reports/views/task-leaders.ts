import { allSections } from '../board-tables.ts';
import type { Board, Summary } from '../summary.ts';

/** By task, the first method in rank on every board that the task is part of, at the largest budget, in the order of the boards. */
export function leadersByTask(
  summary: Summary,
): ReadonlyMap<string, readonly { readonly board: Board; readonly method: string }[]> {
  const leaders = new Map<string, { board: Board; method: string }[]>();
  for (const { board, isHeadline, largest } of allSections(summary)) {
    const ranked = largest.standings.filter(({ rank }) => rank !== null);
    const [first] = ranked.toSorted((a, b) => a.rank! - b.rank! || (a.method < b.method ? -1 : 1));
    if (!isHeadline || first === undefined) continue;
    for (const task of largest.tasks) {
      const known = leaders.get(task) ?? [];
      leaders.set(task, [...known, { board, method: first.method }]);
    }
  }
  return leaders;
}

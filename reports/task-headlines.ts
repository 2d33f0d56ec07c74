import type { BoardTable, ScoreEntry, Summary } from './summary.ts';

/** The headline of every method of a table on one of its tasks, whole episodes only. */
export function taskHeadlines(summary: Summary, table: BoardTable, task: string): ReadonlyMap<string, ScoreEntry> {
  const { board, estimand, budget, headline } = table;
  return new Map(
    summary.scores
      .filter(
        (entry) =>
          entry.board === board &&
          entry.estimand === estimand &&
          entry.budget === budget &&
          entry.metric === headline &&
          entry.task === task &&
          (entry.slice === null || 'estimand' in entry.slice),
      )
      .map((entry) => [entry.method, entry]),
  );
}

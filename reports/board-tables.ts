import type { Estimand } from '../harness/contract.ts';
import { boardDefinitions } from './board-definitions.ts';
import { boards } from './board-text.ts';
import type { Board, BoardTable, Summary } from './summary.ts';

/** The tables of one estimand on one board: the largest budget, then the smaller ones, falling. */
export type BoardSection = {
  readonly board: Board;
  readonly estimand: Estimand;
  readonly isHeadline: boolean;
  readonly largest: BoardTable;
  readonly smaller: readonly BoardTable[];
};

/** What a board shows, its headline estimand first. */
export function boardSections(summary: Summary, board: Board): BoardSection[] {
  const byEstimand = new Map<Estimand, BoardTable[]>();
  for (const table of summary.boards) {
    if (table.board !== board) continue;
    byEstimand.set(table.estimand, [...(byEstimand.get(table.estimand) ?? []), table]);
  }
  const headline = boardDefinitions.find((definition) => definition.board === board)?.headlineEstimand;
  const sections: BoardSection[] = [];
  for (const [estimand, tables] of byEstimand) {
    const [largest, ...smaller] = tables.toSorted((a, b) => compareBudgets(b.budget, a.budget));
    if (largest !== undefined) sections.push({ board, estimand, isHeadline: estimand === headline, largest, smaller });
  }
  return sections.toSorted((a, b) => Number(b.isHeadline) - Number(a.isHeadline));
}

/** Rising order of budgets; no limit is the largest. */
export function compareBudgets(a: number | null, b: number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null ? -1 : a - b;
}

/** The metrics of a table, the headline first. */
export function metricsOf({ headline, metrics }: Pick<BoardTable, 'headline' | 'metrics'>): string[] {
  return [headline, ...metrics.filter((metric) => metric !== headline)];
}

/** Instances behind a table: over its tasks, the most that any method was scored on. */
export function instancesOf(summary: Summary, { board, estimand, budget, headline }: BoardTable): number {
  const most = new Map<string, number>();
  for (const entry of summary.scores) {
    if (entry.board !== board || entry.estimand !== estimand || entry.budget !== budget) continue;
    if (entry.metric !== headline || (entry.slice !== null && 'role' in entry.slice)) continue;
    most.set(entry.task, Math.max(most.get(entry.task) ?? 0, entry.instances));
  }
  return [...most.values()].reduce((sum, instances) => sum + instances, 0);
}

/** The sections of every board in printing order. */
export function allSections(summary: Summary): BoardSection[] {
  return boards.flatMap((board) => boardSections(summary, board));
}

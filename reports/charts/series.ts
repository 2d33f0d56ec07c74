import { compareBudgets } from '../board-tables.ts';
import { standingGroups } from '../standing-groups.ts';
import type { BoardTable, Measured } from '../summary.ts';

/** The headline of one method at every budget where it scored on every task, by rising budget. */
export type Series = {
  readonly method: string;
  readonly title: string;
  readonly control: boolean;
  readonly points: readonly (Measured & { readonly budget: number | null })[];
};

/** The ranked methods by rank at the largest budget where they have one, then the controls. */
export function headlineSeries(tables: readonly BoardTable[]): Series[] {
  const rising = tables.toSorted((a, b) => compareBudgets(a.budget, b.budget));
  const found = new Map<string, Series>();
  for (const table of rising.toReversed()) {
    const { ranked, controls } = standingGroups(table);
    for (const { method, title, control, tasks, of } of [...ranked, ...controls])
      if (!found.has(method) && tasks === of) found.set(method, { method, title, control, points: [] });
  }
  return [...found.values()]
    .map((series) => ({ ...series, points: rising.flatMap((table) => pointOf(table, series.method)) }))
    .toSorted((a, b) => Number(a.control) - Number(b.control));
}

function pointOf({ standings, headline, budget }: BoardTable, method: string): Series['points'] {
  const standing = standings.find((line) => line.method === method);
  const measured = standing?.metrics[headline];
  if (standing === undefined || measured === undefined || standing.tasks < standing.of) return [];
  return [{ value: measured.value, low: measured.low, high: measured.high, budget }];
}

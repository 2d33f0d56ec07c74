import { plural } from './number-text.ts';
import type { BoardTable, Summary } from './summary.ts';

/** Where the truth of a table's tasks comes from, the most frequent origin first: `closed-form (2 tasks), sampled (1 task)`. */
export function truthText({ manifest }: Pick<Summary, 'manifest'>, { tasks, estimand }: BoardTable): string {
  const counts = new Map<string, number>();
  for (const { id, truth, blame } of manifest.suite.tasks) {
    if (!tasks.includes(id)) continue;
    const origin = estimand === 'first-error' && blame !== null && blame !== truth ? `${truth}, ${blame}` : truth;
    counts.set(origin, (counts.get(origin) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .map(([origin, count]) => `${origin} (${plural(count, 'task')})`)
    .join(', ');
}

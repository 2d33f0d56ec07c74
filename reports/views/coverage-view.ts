import { coverageGroups } from '../coverage-groups.ts';
import { countText } from '../number-text.ts';
import type { Summary } from '../summary.ts';

/** One reason why cells have no score, and which cells. */
export type CoverageView = {
  readonly status: string;
  readonly failed: boolean;
  readonly reason: string;
  readonly methods: readonly string[];
  readonly tasks: readonly string[];
  readonly budgets: string;
  readonly cells: string;
};

export function coverageViews(summary: Summary): CoverageView[] {
  return coverageGroups(summary).map(({ status, reason, methods, tasks, budgets, cells }) => ({
    status,
    failed: status === 'failed',
    reason,
    methods,
    tasks,
    budgets: budgets.map((budget) => (budget === null ? 'no limit' : countText(budget))).join(', '),
    cells: countText(cells),
  }));
}

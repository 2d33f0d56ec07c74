import { compareBudgets } from './board-tables.ts';
import type { Summary } from './summary.ts';

/** Cells without a score for one reason: every one of these methods, on every one of these tasks, at every one of these budgets. */
export type CoverageGroup = {
  readonly status: 'skipped' | 'failed';
  readonly reason: string;
  readonly methods: readonly string[];
  readonly tasks: readonly string[];
  readonly budgets: readonly (number | null)[];
  readonly cells: number;
};

/** Failures first, then the reasons that cost the most cells. */
export function coverageGroups({ coverage }: Pick<Summary, 'coverage'>): CoverageGroup[] {
  const single: CoverageGroup[] = coverage.flatMap(({ task, method, budget, reasons }) =>
    reasons.map((reason) => ({ ...reason, methods: [method], tasks: [task], budgets: [budget] })),
  );
  return merge(merge(merge(single, 'budgets'), 'tasks'), 'methods').toSorted(
    (a, b) => Number(b.status === 'failed') - Number(a.status === 'failed') || b.cells - a.cells,
  );
}

/** Groups that differ in one dimension only, as one group. */
function merge(groups: readonly CoverageGroup[], along: 'methods' | 'tasks' | 'budgets'): CoverageGroup[] {
  const merged = new Map<string, CoverageGroup>();
  for (const group of groups) {
    const key = JSON.stringify({ ...group, [along]: null, cells: null });
    const known = merged.get(key);
    merged.set(key, known === undefined ? group : union(known, group));
  }
  return [...merged.values()];
}

function union(a: CoverageGroup, b: CoverageGroup): CoverageGroup {
  return {
    ...a,
    methods: [...new Set([...a.methods, ...b.methods])],
    tasks: [...new Set([...a.tasks, ...b.tasks])],
    budgets: [...new Set([...a.budgets, ...b.budgets])].toSorted(compareBudgets),
    cells: a.cells + b.cells,
  };
}

import type { Series } from './series.ts';

/** Where a budget stands on the logarithmic axis; no limit has a place of its own behind the largest. */
export type BudgetAxis = {
  readonly at: (budget: number | null) => number;
  readonly ticks: readonly number[];
  /** The tick that stands for no limit; null where every budget has one. */
  readonly unlimited: number | null;
};

export function budgetAxis(series: readonly Series[]): BudgetAxis {
  const budgets = [...new Set(series.flatMap(({ points }) => points.map(({ budget }) => budget)))];
  const limited = budgets.filter((budget) => budget !== null).toSorted((a, b) => a - b);
  const largest = limited.at(-1) ?? 1;
  const span = largest / (limited[0] ?? 1);
  const unlimited = budgets.includes(null)
    ? largest * Math.max(2, span ** (1 / Math.max(1, limited.length - 1)))
    : null;
  return {
    at: (budget) => budget ?? unlimited ?? largest,
    ticks: unlimited === null ? limited : [...limited, unlimited],
    unlimited,
  };
}

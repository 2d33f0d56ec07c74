import type { AnalysisPlan } from '../analysis-plan.ts';
import type { Estimand } from '../contract.ts';

/** The estimand that each board is about; other estimands are compared where a method targets them. */
export const headlineEstimands: readonly Estimand[] = ['shapley', 'advantage', 'first-error'];

/** The metric that ranks credit of this estimand, by the plan. */
export function headlineOf(estimand: Estimand, { metrics }: Pick<AnalysisPlan, 'metrics'>): string {
  if (estimand === 'first-error') return metrics.blame;
  return estimand === 'advantage' ? metrics.message : metrics.agent;
}

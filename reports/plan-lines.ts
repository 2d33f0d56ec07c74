import type { AnalysisPlan } from '../harness/analysis-plan.ts';

/** One setting of an analysis plan: its name, what was declared, and what that means. */
export type PlanLine = { readonly name: string; readonly value: string; readonly meaning: string };

export function planLines(plan: AnalysisPlan): PlanLine[] {
  const margins = Object.entries(plan.margins).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...Object.entries(plan.metrics).map(([board, metric]) => ({
      name: `metrics.${board}`,
      value: metric,
      meaning: `ranks the ${board} board`,
    })),
    ...(margins.length === 0
      ? [{ name: 'margins', value: 'none', meaning: 'how much worse still passes, per metric' }]
      : margins.map(([metric, margin]) => ({
          name: `margins.${metric}`,
          value: String(margin),
          meaning: 'how much worse still passes, in its own unit',
        }))),
    { name: 'alpha', value: String(plan.alpha), meaning: 'error rate of all pairs of a table together, by Holm' },
    { name: 'power', value: String(plan.power), meaning: 'at which “more instances” are counted' },
    { name: 'level', value: String(plan.level), meaning: 'of intervals' },
    { name: 'resamples', value: String(plan.resamples), meaning: 'of every bootstrap' },
    { name: 'levels', value: plan.levels.join(', '), meaning: 'what is resampled' },
    { name: 'test', value: plan.test, meaning: 'two-sided, on paired differences per instance' },
    { name: 'zeros', value: plan.zeros, meaning: 'what the test does with differences of zero' },
    { name: 'missing', value: plan.missing, meaning: missingMeanings[plan.missing] },
  ];
}

const missingMeanings: Readonly<Record<AnalysisPlan['missing'], string>> = {
  'no-rank': 'an incomplete method has no rank',
  worst: 'a missing instance counts as the worst score any method got there',
  intersect: 'only instances that every method has are compared',
};

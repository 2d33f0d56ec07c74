import { describe, expect, it } from 'vitest';
import { usualPlan } from '../../../harness/analysis-plan.ts';
import { gatedMetrics, readMargins } from '../../../harness/comparison/margins.ts';

describe('gatedMetrics', () => {
  it("holds the headline of the estimand's board to the one number, and metrics to their own", () => {
    const margins = readMargins('0.02, mse = 0.1');
    const of = (estimand: Parameters<typeof gatedMetrics>[0]) => gatedMetrics(estimand, margins, usualPlan);
    expect(of('shapley')).toEqual([
      { metric: 'relative-error', margin: 0.02 },
      { metric: 'mse', margin: 0.1 },
    ]);
    expect(of('advantage')[0]).toEqual({ metric: 'spearman-pooled', margin: 0.02 });
    expect(of('first-error')[0]).toEqual({ metric: 'step-accuracy', margin: 0.02 });
  });

  it('lets the margin by name stand where the headline has both', () => {
    const margins = readMargins('0.02,relative-error=0.5');
    expect(gatedMetrics('banzhaf', margins, usualPlan)).toEqual([{ metric: 'relative-error', margin: 0.5 }]);
  });
});

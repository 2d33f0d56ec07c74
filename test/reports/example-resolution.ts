import type { Profile, Resolution } from '../../reports/resolution.ts';
import { hostile } from './example-manifest.ts';

/** Two methods that tie and a third that is worse, on twenty instances of two tasks. */
export const exampleResolution: Resolution = {
  test: 'wilcoxon',
  alpha: 0.05,
  comparisons: 3,
  pairs: [
    {
      first: 'kernel-shap',
      second: 'shapley-permutation',
      difference: 0.0121896,
      low: -0.0057,
      high: 0.0301,
      p: 0.2145,
      adjusted: 0.2145,
      instances: 20,
      nonZero: 19,
      won: 0.625,
      verdict: 'undecided',
      more: 340,
    },
    {
      first: 'kernel-shap',
      second: hostile.html,
      difference: 0.6988896,
      low: 0.61,
      high: 0.79,
      p: 0.0000019073486328125,
      adjusted: 0.0000057220458984375,
      instances: 20,
      nonZero: 20,
      won: 1,
      verdict: 'first',
      more: 0,
    },
    {
      first: hostile.html,
      second: 'shapley-permutation',
      difference: -0.6867,
      low: -0.78,
      high: -0.59,
      p: 0.000003814697265625,
      adjusted: 0.00000762939453125,
      instances: 20,
      nonZero: 20,
      won: 0,
      verdict: 'second',
      more: 0,
    },
  ],
  leader: 'kernel-shap',
  splitHalf: 0.74,
  critical: {
    tasks: 2,
    alpha: 0.05,
    statistic: 4,
    p: 0.1353352832366127,
    imanDavenport: { reason: 'complete agreement' },
    criticalDifference: 2.343701,
    meanRanks: [
      { method: 'kernel-shap', meanRank: 1 },
      { method: 'shapley-permutation', meanRank: 2 },
      { method: hostile.html, meanRank: 3 },
    ],
    bars: [['kernel-shap', 'shapley-permutation', hostile.html]],
  },
};

/** The same methods on so few instances that nothing can be told apart. */
export const exampleSmallResolution: Resolution = {
  ...exampleResolution,
  pairs: exampleResolution.pairs.map((pair) => ({
    ...pair,
    p: 0.0625,
    adjusted: 0.1875,
    instances: 5,
    nonZero: 5,
    verdict: 'cannot be significant' as const,
    more: 4,
  })),
  splitHalf: null,
  critical: { reason: 'one task' },
};

const thresholds = [0, 0.1, 0.2, 0.4, 0.8];
const line = (method: string, control: boolean, share: readonly number[]) => ({
  method,
  control,
  share,
  low: share.map((value) => Math.max(0, value - 0.08)),
  high: share.map((value) => Math.min(1, value + 0.08)),
});

export const exampleProfile: Profile = {
  thresholds,
  lines: [
    line('kernel-shap', false, [0, 0.45, 0.8, 0.95, 1]),
    line('shapley-permutation', false, [0, 0.4, 0.75, 0.95, 1]),
    line(hostile.html, false, [0, 0, 0.05, 0.1, 0.4]),
    line('uniform', true, [0, 0, 0, 0.05, 0.5]),
  ],
};

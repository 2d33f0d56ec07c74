import type { BoardTable, Measured, Standing } from '../../reports/summary.ts';
import { exampleManifest, hostile } from './example-manifest.ts';
import { exampleProfile, exampleResolution, exampleSmallResolution } from './example-resolution.ts';

export const measured = (value: number, half: number | null): Measured => ({
  value,
  low: half === null ? null : value - half,
  high: half === null ? null : value + half,
});

type Extra = Partial<Omit<Standing, 'method' | 'title' | 'control' | 'of' | 'metrics'>>;

const standing = (method: string, of: number, metrics: Standing['metrics'], extra: Extra = {}): Standing => {
  const known = exampleManifest.suite.methods.find(({ name }) => name === method);
  return {
    method,
    title: known?.title ?? '',
    control: known?.control ?? false,
    ranked: false,
    rank: null,
    tasks: of,
    of,
    metrics,
    spent: { evaluations: 63.5, messages: 0, judgements: 0, tokens: 0 },
    beatenBy: null,
    group: null,
    rankInterval: null,
    probabilityBest: null,
    aggregates: null,
    ...extra,
  };
};

const agent = {
  board: 'agent',
  estimand: 'shapley',
  headline: 'relative-error',
  better: 'lower',
  metrics: ['relative-error', 'spearman'],
  tasks: ['relay', 'glove'],
} as const;

/** The agent board at one budget; `scale` moves every error. */
const agentTable = (budget: number | null, scale: number): BoardTable => ({
  ...agent,
  budget,
  standings: [
    standing('uniform', 2, { 'relative-error': measured(0.8, 0.05) }),
    standing(
      hostile.html,
      2,
      { 'relative-error': measured(0.9 * scale, 0.1), spearman: measured(-0.25, 0.125) },
      {
        ranked: true,
        rank: 3,
        beatenBy: 'uniform',
        group: 2,
        rankInterval: { best: 3, worst: 3 },
        probabilityBest: 0,
        aggregates: { meanRank: 3, meanWinRate: 0, borda: 0 },
      },
    ),
    standing(
      'kernel-shap',
      2,
      { 'relative-error': measured(0.123456 * scale, 0.0234), spearman: measured(0.98765, 0.01) },
      {
        ranked: true,
        rank: 1,
        group: 1,
        rankInterval: { best: 1, worst: 2 },
        probabilityBest: 0.8125,
        aggregates: { meanRank: 1, meanWinRate: 1, borda: 4 },
      },
    ),
    standing(
      'shapley-permutation',
      2,
      { 'relative-error': measured(0.137 * scale, 0.0301), spearman: measured(0.97, 0.015) },
      {
        ranked: true,
        rank: 2,
        group: 1,
        rankInterval: { best: 1, worst: 2 },
        probabilityBest: 0.1875,
        aggregates: { meanRank: 2, meanWinRate: 0.5, borda: 2 },
      },
    ),
    standing('oracle', 2, { 'relative-error': measured(1e-16, null), spearman: measured(1, null) }),
    standing(
      'leave-one-out',
      2,
      { 'relative-error': measured(0.45, 0.01), spearman: measured(0.9, 0.02) },
      {
        spent: { evaluations: 5, messages: 1234.56, judgements: 7, tokens: 8901 },
      },
    ),
    standing(hostile.sheet, 2, { 'relative-error': measured(0.3, null) }, { ranked: true, tasks: 1 }),
  ],
  resolution: budget === null ? exampleResolution : exampleSmallResolution,
  profile: budget === null ? exampleProfile : null,
});

/** What a method has that is ranked alone. */
const alone = {
  ranked: true,
  rank: 1,
  group: 1,
  rankInterval: { best: 1, worst: 1 },
  probabilityBest: 1,
  aggregates: { meanRank: 1, meanWinRate: 1, borda: 0 },
} as const;

export const exampleBoards: readonly BoardTable[] = [
  agentTable(64, 1),
  agentTable(null, 0.9),
  {
    ...agent,
    estimand: 'removal',
    budget: null,
    tasks: ['relay'],
    standings: [
      standing('leave-one-out', 1, { 'relative-error': measured(0, 0) }, alone),
      standing('kernel-shap', 1, { 'relative-error': measured(12345.678, 345) }),
    ],
    resolution: null,
    profile: null,
  },
  {
    board: 'blame',
    estimand: 'first-error',
    budget: null,
    headline: 'step-accuracy',
    better: 'higher',
    metrics: ['step-accuracy', 'step-accuracy@1'],
    tasks: ['logs'],
    standings: [
      standing(
        'judge[prompt=short]',
        1,
        { 'step-accuracy': measured(0.4, 0.1), 'step-accuracy@1': measured(0.6, 0.1) },
        alone,
      ),
      standing('uniform', 1, { 'step-accuracy': measured(0.1, 0.05) }),
    ],
    resolution: null,
    profile: null,
  },
];

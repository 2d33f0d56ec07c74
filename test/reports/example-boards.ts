import type { BoardTable, Measured, Standing } from '../../reports/summary.ts';
import { exampleManifest, hostile } from './example-manifest.ts';

export const measured = (value: number, half: number | null): Measured => ({
  value,
  low: half === null ? null : value - half,
  high: half === null ? null : value + half,
});

type Extra = Partial<Pick<Standing, 'rank' | 'ranked' | 'tasks' | 'beatenBy' | 'spent'>>;

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
        rank: 2,
        beatenBy: 'uniform',
      },
    ),
    standing(
      'kernel-shap',
      2,
      { 'relative-error': measured(0.123456 * scale, 0.0234), spearman: measured(0.98765, 0.01) },
      {
        ranked: true,
        rank: 1,
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
});

export const exampleBoards: readonly BoardTable[] = [
  agentTable(64, 1),
  agentTable(null, 0.9),
  {
    ...agent,
    estimand: 'removal',
    budget: null,
    tasks: ['relay'],
    standings: [
      standing('leave-one-out', 1, { 'relative-error': measured(0, 0) }, { ranked: true, rank: 1 }),
      standing('kernel-shap', 1, { 'relative-error': measured(12345.678, 345) }),
    ],
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
        {
          ranked: true,
          rank: 1,
        },
      ),
      standing('uniform', 1, { 'step-accuracy': measured(0.1, 0.05) }),
    ],
  },
];

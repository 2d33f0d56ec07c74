import type { Estimand } from '../harness/contract.ts';
import type { Board } from './summary.ts';

export type BoardDefinition = {
  readonly board: Board;
  /** What the board is about; other estimands of the family are shown as slices. */
  readonly headlineEstimand: Estimand;
  readonly estimands: readonly Estimand[];
  /** The metric that ranks. */
  readonly headline: string;
  readonly better: 'lower' | 'higher';
  readonly metrics: readonly string[];
};

/** The boards that a journal of credits can fill, in printing order. */
export const boardDefinitions: readonly BoardDefinition[] = [
  {
    board: 'agent',
    headlineEstimand: 'shapley',
    estimands: ['shapley', 'banzhaf', 'removal', 'realised'],
    headline: 'relative-error',
    better: 'lower',
    metrics: ['relative-error', 'spearman', 'sign-accuracy', 'mse'],
  },
  {
    board: 'message',
    headlineEstimand: 'advantage',
    estimands: ['advantage'],
    headline: 'spearman-pooled',
    better: 'higher',
    metrics: ['spearman-pooled', 'spearman', 'sign-accuracy', 'mse', 'bias'],
  },
  {
    board: 'blame',
    headlineEstimand: 'first-error',
    estimands: ['first-error'],
    headline: 'step-accuracy',
    better: 'higher',
    metrics: ['step-accuracy', 'agent-accuracy', 'joint-accuracy', 'step-accuracy@1', 'correct-accuracy', 'missing'],
  },
];

export function boardOf(estimand: Estimand): BoardDefinition {
  return boardDefinitions.find(({ estimands }) => estimands.includes(estimand))!;
}

import type { AnalysisPlan } from '../harness/analysis-plan.ts';
import { betterOf } from '../harness/better.ts';
import type { Estimand } from '../harness/contract.ts';
import { CreditbenchError } from '../harness/errors.ts';
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

/** The boards that a journal of credits can fill, in printing order, ranked as a usual plan has it. */
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

/** The boards ranked by the metrics that a plan names. @throws CreditbenchError where one of them has no better end */
export function boardsUnder({ metrics }: Pick<AnalysisPlan, 'metrics'>): BoardDefinition[] {
  return boardDefinitions.map((definition) => {
    if (definition.board === 'learning') return definition;
    const headline = metrics[definition.board];
    const better = betterOf(headline);
    if (!definition.metrics.includes(headline) || (better !== 'lower' && better !== 'higher'))
      throw new CreditbenchError(
        'bad-usage',
        `analysis.metrics.${definition.board}: "${headline}" ranks nothing; expected one of ${rankable(definition).join(', ')}`,
      );
    return { ...definition, headline, better };
  });
}

function rankable({ metrics }: BoardDefinition): string[] {
  return metrics.filter((metric) => betterOf(metric) === 'lower' || betterOf(metric) === 'higher');
}

import { numericScores, type Score } from '../harness/score.ts';

const metrics = ['mse', 'bias', 'sign-accuracy'] as const;

/** What a part of an episode is scored by: ranks and norms of one or two credits say little. */
export function partScores(
  credit: readonly number[],
  truth: readonly number[],
  errors: readonly number[] | undefined,
): Record<string, Score> {
  const scores = numericScores(credit, truth, errors);
  return Object.fromEntries(metrics.map((metric) => [metric, scores[metric]!]));
}

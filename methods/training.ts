import { z } from 'zod';
import type { Access, Episode } from '../harness/contract.ts';
import { needsCalls } from './options.ts';

const episodesWithoutBudget = 64;

/** The option of a method that learns from fresh episodes of the same problem. */
export const training = z.int().positive().optional().describe('fresh episodes to learn from; what the budget leaves');

/** Why a method that learns from `episodes` fresh ones cannot credit this episode. */
export function refusesTraining({ messages }: Episode, budget: number, episodes = 1): string | undefined {
  return messages.length === 0 ? 'an episode without messages has nothing to credit' : needsCalls(1 + episodes, budget);
}

/** Fresh episodes to learn from, one evaluator call each; the given one is not among them, so what is learned does not depend on it. */
export function trainingEpisodes(
  { rollout, budget }: Pick<Access<'rollout'>, 'rollout' | 'budget'>,
  episodes: number | undefined,
): Promise<readonly Episode[]> {
  const affordable = budget.limit === Number.POSITIVE_INFINITY ? episodesWithoutBudget : budget.limit - 1;
  return rollout(episodes ?? affordable);
}

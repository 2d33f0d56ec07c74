import { z } from 'zod';
import type { Access, Episode } from '../../harness/contract.ts';
import { needsCalls } from '../options.ts';

const episodesWithoutBudget = 64;

/** The size of a group, the given episode included. */
export const groupSize = z
  .int()
  .min(2)
  .optional()
  .describe('size of the group; the whole budget where it is not given');

/** Why a group cannot be made of this episode within the budget. */
export function refusesGroup({ messages }: Episode, budget: number, k = 2): string | undefined {
  return messages.length === 0 ? 'an episode without messages has nothing to credit' : needsCalls(k, budget);
}

/** Outcomes of k episodes of one problem, the given one first. */
export async function groupOutcomes(
  { outcome }: Episode,
  { rollout, budget }: Pick<Access<'rollout'>, 'rollout' | 'budget'>,
  k: number | undefined,
): Promise<Float64Array> {
  const size = k ?? (budget.limit === Number.POSITIVE_INFINITY ? episodesWithoutBudget : budget.limit);
  const others = await rollout(size - 1);
  return Float64Array.of(outcome, ...others.map((episode) => episode.outcome));
}

/** One number for every message of the episode. */
export function broadcast({ messages }: Episode, credit: number): { messages: Float64Array } {
  return { messages: new Float64Array(messages.length).fill(credit) };
}

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

/** How a group is standardised, by the public trainer that does so. */
export const deviation = z
  .enum(['trl', 'verl', 'c3-magrpo'])
  .default('trl')
  .describe('trl: ddof 1, + 1e-4; verl: ddof 1, + 1e-6; c3-magrpo: ddof 0, root of var + 1e-8');

type Rolling = Pick<Access<'rollout'>, 'rollout' | 'budget'>;

/** k episodes of one problem, the given one first. */
export async function groupEpisodes(
  episode: Episode,
  { rollout, budget }: Rolling,
  k: number | undefined,
): Promise<readonly Episode[]> {
  const size = k ?? (budget.limit === Number.POSITIVE_INFINITY ? episodesWithoutBudget : budget.limit);
  return [episode, ...(await rollout(size - 1))];
}

/** Outcomes of k episodes of one problem, the given one first. */
export async function groupOutcomes(episode: Episode, access: Rolling, k: number | undefined): Promise<Float64Array> {
  return Float64Array.from(await groupEpisodes(episode, access, k), ({ outcome }) => outcome);
}

/** One number for every message of the episode. */
export function broadcast({ messages }: Episode, credit: number): { messages: Float64Array } {
  return { messages: new Float64Array(messages.length).fill(credit) };
}

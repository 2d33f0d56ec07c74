import { z } from 'zod';
import type { Episode } from '../../harness/contract.ts';
import type { PrefixCritic } from '../../harness/prefix-critic.ts';

/** Training episodes where nobody set a budget. */
export const trainingWithoutBudget = 64;

/** The options of a method that trains a prefix critic. */
export const criticOptions = {
  training: z.int().positive().optional().describe('episodes to train the critic on; what the budget leaves'),
  prior: z.number().positive().default(1).describe('episodes that the estimate of the shorter transcript counts as'),
};

/** Q̂ of each of `messages`, said at a step of the episode in place of what was logged there. */
export function valuesAt(
  critic: PrefixCritic,
  episode: Episode,
  step: number,
  messages: readonly string[],
): Float64Array {
  const before = episode.messages.slice(0, step).map(({ text }) => text);
  return Float64Array.from(messages, (message) => critic([...before, message]));
}

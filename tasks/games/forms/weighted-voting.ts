import { z } from 'zod';
import { checkOnePerAgent } from '../check-agents.ts';
import { formSchema, type Spec } from '../form-schema.ts';
import type { Game } from '../game.ts';
import { weightGame } from '../weight-game.ts';

/** `weights`: one per agent, not negative; `quota`: the weight that wins. */
export const weightedVotingSchema = formSchema('weighted-voting', {
  weights: z.array(z.number().nonnegative()),
  quota: z.number(),
});

/** v(S) = 1 where the weights of S reach the quota, else 0. Shapley & Shubik (1954). */
export function weightedVoting({ agents, weights, quota }: Spec<typeof weightedVotingSchema>, file = 'game'): Game {
  checkOnePerAgent('weights', weights, agents, file);
  return weightGame(agents, weights, (weight) => (weight >= quota ? 1 : 0), file);
}

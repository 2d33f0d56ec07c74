import { z } from 'zod';
import type { Episode } from '../../harness/contract.ts';
import { refusesReplays, timesWithin } from '../options.ts';

/** Messages per context where nobody says. */
export const usualAlternatives = 4;
const replaysWithoutBudget = 4;

/** The options of a method that compares the logged message with alternatives, each context on its own. */
export const contextOptions = {
  alternatives: z.int().min(2).default(usualAlternatives).describe('messages per context, the logged one included'),
  replays: z.int().positive().optional().describe('continuations per message; what the budget allows'),
};

/** Why `alternatives` messages at every step cannot be continued `replays` times each. */
export function refusesContexts(
  episode: Episode,
  budget: number,
  { alternatives, replays = 1 }: { alternatives: number; replays?: number | undefined },
): string | undefined {
  return refusesReplays(episode, budget, episode.messages.length * alternatives * replays);
}

/** Continuations per message that the budget allows at every step; 4 without a budget. */
export function replaysWithin(budget: number, { messages }: Episode, alternatives = usualAlternatives): number {
  return timesWithin(budget, messages.length * alternatives, replaysWithoutBudget);
}

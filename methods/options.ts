import { z } from 'zod';
import type { Episode } from '../harness/contract.ts';

/** The options of a method that takes none. */
export const noOptions = z.strictObject({});

/** The sentence of a method that cannot afford an episode. */
export function needsCalls(needed: number, budget: number): string | undefined {
  return needed > budget ? `needs at least ${needed} evaluator calls; the budget is ${budget}` : undefined;
}

/** The sentence of a method that replays the episode with `calls` further evaluator calls, where it cannot. */
export function refusesReplays(
  { messages }: Pick<Episode, 'messages'>,
  budget: number,
  calls: number,
): string | undefined {
  return messages.length === 0 ? 'an episode without messages has nothing to replay' : needsCalls(1 + calls, budget);
}

/** How often each of `questions` can be asked once the given episode is paid for; `unlimited` times without a budget. */
export function timesWithin(budget: number, questions: number, unlimited: number): number {
  return budget === Number.POSITIVE_INFINITY ? unlimited : Math.floor((budget - 1) / questions);
}

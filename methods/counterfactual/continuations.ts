import { z } from 'zod';
import type { Access, Episode, Replay } from '../../harness/contract.ts';
import { timesWithin } from '../options.ts';
import { successShares, theta } from './success.ts';

const continuationsWithoutBudget = 8;

/** The options of a method that labels each message by how its continuations end. */
export const continuationOptions = {
  n: z.int().positive().optional().describe('continuations per message; what the budget allows (8 in the paper)'),
  theta,
};
type Given = { readonly n?: number | undefined; readonly theta?: number | undefined };

/** Share of n continuations that succeed after each message, the last one evaluated n times; before them at index 0 if `fromStart`. */
export async function sharesAlong(
  { messages, range }: Episode,
  { replay, budget }: Pick<Access<'replay'>, 'replay' | 'budget'>,
  given: Given,
  fromStart = false,
): Promise<Float64Array> {
  const places = messages.length + (fromStart ? 1 : 0);
  const count = given.n ?? timesWithin(budget.limit, places, continuationsWithoutBudget);
  const after: Replay[] = messages.map(({ text }, step) => ({ step, message: text, count }));
  return successShares(fromStart ? [{ step: 0, count }, ...after] : after, replay, given.theta ?? range[1]);
}

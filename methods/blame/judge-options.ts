import { z } from 'zod';
import type { Episode } from '../../harness/contract.ts';

/** The options of a method that asks a judge who is to blame. */
export const judgeOptions = {
  threshold: z.number().min(0).max(1).default(0.5).describe('a step is judged right from this probability on'),
  theta: z
    .number()
    .optional()
    .describe('outcomes of at least this are a success, with nothing to blame; the top of the range by default'),
};

/** Why there is nothing for a judge to read. */
export function refusesJudging({ messages }: Episode): string | undefined {
  return messages.length === 0 ? 'an episode without messages has no steps to judge' : undefined;
}

/** Whether there is nothing to blame, as a judge who is told the outcome knows. */
export function isSuccess({ outcome, range }: Episode, theta: number = range[1]): boolean {
  return outcome >= theta;
}

import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { needsCalls } from '../options.ts';

const continuationsWithoutBudget = 9;

/** V̂(h_{t+1}) − V̂(h_t) with V̂ the mean of k continuations, the outcome itself at the end: the credits sum to R − V̂(h_1). */
export const vineppo = defineMethod({
  id: 'vineppo',
  title: 'VinePPO: differences of Monte-Carlo values',
  source: 'Kazemnejad et al. (2024), arXiv 2410.01679',
  targets: ['advantage'],
  needs: ['replay'],
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    k: z.int().positive().optional().describe('continuations per context; as many as the budget allows'),
  }),
  refuses: ({ messages }, budget, { k = 1 }) =>
    messages.length === 0
      ? 'an episode without messages has nothing to replay'
      : needsCalls(1 + k * messages.length, budget),
  async assign({ messages, outcome }, { replay, budget }, { k }) {
    const steps = messages.length;
    const affordable =
      budget.limit === Number.POSITIVE_INFINITY ? continuationsWithoutBudget : Math.floor((budget.limit - 1) / steps);
    const outcomes = await replay(messages.map((_, step) => ({ step, count: k ?? affordable })));
    const values = outcomes.map((drawn) => drawn.reduce((sum, value) => sum + value, 0) / drawn.length);
    return { messages: Float64Array.from(values, (value, step) => (values[step + 1] ?? outcome) - value) };
  },
});

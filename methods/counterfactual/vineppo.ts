import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { mean } from '../../harness/statistics/mean.ts';
import { refusesReplays, timesWithin } from '../options.ts';

const continuationsWithoutBudget = 9;

/** V̂(h_{t+1}) − V̂(h_t) with V̂ the mean of k continuations, the outcome itself at the end: the credits sum to R − V̂(h_1). */
export const vineppo = defineMethod({
  id: 'vineppo',
  title: 'VinePPO: differences of Monte-Carlo values',
  source: 'Kazemnejad et al. (2024), arXiv 2410.01679',
  targets: ['advantage'],
  needs: ['replay'],
  cost: '1 + T·k evaluator calls',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    k: z.int().positive().optional().describe('continuations per context; as many as the budget allows'),
  }),
  refuses: (episode, budget, { k = 1 }) => refusesReplays(episode, budget, k * episode.messages.length),
  async assign({ messages, outcome }, { replay, budget }, { k }) {
    const count = k ?? timesWithin(budget.limit, messages.length, continuationsWithoutBudget);
    const outcomes = await replay(messages.map((_, step) => ({ step, count })));
    const values = outcomes.map(mean);
    return { messages: Float64Array.from(values, (value, step) => (values[step + 1] ?? outcome) - value) };
  },
});

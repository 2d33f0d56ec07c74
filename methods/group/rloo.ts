import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { needsCalls } from '../options.ts';

const episodesWithoutBudget = 64;

/** The outcome less the mean of k − 1 fresh episodes', the same for every message: A plus the offset V(h_t) − V(h_1) in expectation. */
export const rloo = defineMethod({
  id: 'rloo',
  title: 'RLOO: leave-one-out over a group of episodes',
  source: 'Kool et al. (2019); Ahmadian et al. (2024), arXiv 2402.14740',
  targets: ['advantage'],
  needs: ['rollout'],
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    k: z.int().min(2).optional().describe('size of the group; the whole budget where it is not given'),
  }),
  refuses: ({ messages }, budget, { k = 2 }) =>
    messages.length === 0 ? 'an episode without messages has nothing to credit' : needsCalls(k, budget),
  async assign({ messages, outcome }, { rollout, budget }, { k }) {
    const size = k ?? (budget.limit === Number.POSITIVE_INFINITY ? episodesWithoutBudget : budget.limit);
    const others = await rollout(size - 1);
    const baseline = others.reduce((sum, episode) => sum + episode.outcome, 0) / others.length;
    return { messages: new Float64Array(messages.length).fill(outcome - baseline) };
  },
});

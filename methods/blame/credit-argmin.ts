import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { generalisedAdvantage } from '../../harness/generalised-advantage.ts';
import { isSuccess, judgeOptions } from './judge-options.ts';
import { lowest } from './lowest.ts';

/** The message of a failure with the lowest credit, the earliest of equals; the credit is the critic's generalised advantage. */
export const creditArgmin = defineMethod({
  id: 'credit-argmin',
  title: 'Lowest credit of a critic',
  source: 'folklore; on the credits of Schulman et al. (2016), arXiv 1506.02438',
  targets: ['first-error'],
  needs: ['critic'],
  cost: 'no evaluator call; T critic values',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    lambda: z
      .number()
      .min(0)
      .max(1)
      .default(0)
      .describe('0: differences of the critic; 1: the outcome less the critic'),
    theta: judgeOptions.theta,
  }),
  refuses: ({ messages }) => (messages.length === 0 ? 'an episode without messages has no steps to value' : undefined),
  async assign(episode, { critic }, { lambda, theta }) {
    if (isSuccess(episode, theta)) return { firstError: null };
    const values = await critic(episode.messages.map((_, step) => step));
    return { firstError: lowest(generalisedAdvantage(values, episode.outcome, 1, lambda)) };
  },
});

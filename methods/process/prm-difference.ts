import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';

/** First differences of the process reward, s_t − s_{t−1} with s_0 = base; they sum to s_T − base. */
export const prmDifference = defineMethod({
  id: 'prm-difference',
  title: 'Process reward, first differences',
  source: 'Lightman et al. (2023), arXiv 2305.20050; differences: interpretation',
  targets: ['advantage'],
  needs: ['judge'],
  cost: 'no evaluator call; T judgements',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    base: z.number().min(0).max(1).default(0.5).describe('the process reward before the first step'),
  }),
  refuses: ({ messages }) => (messages.length === 0 ? 'an episode without messages has no steps to judge' : undefined),
  async assign({ messages }, { judge }, { base }) {
    const rewards = await judge(messages.map((_, step) => step));
    return { messages: rewards.map((reward, step) => reward - (step === 0 ? base : rewards[step - 1]!)) };
  },
});

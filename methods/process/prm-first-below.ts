import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';

/** The first message whose process reward is below the threshold, none if there is none, whatever the outcome was. */
export const prmFirstBelow = defineMethod({
  id: 'prm-first-below',
  title: 'Process reward, first below a threshold',
  source: 'Zheng et al. (2024), arXiv 2412.06559 (ProcessBench), on Lightman et al. (2023), arXiv 2305.20050',
  targets: ['first-error'],
  needs: ['judge'],
  cost: 'no evaluator call; at most T judgements',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    threshold: z.number().min(0).max(1).default(0.5).describe('a step is right from this process reward on'),
  }),
  refuses: ({ messages }) => (messages.length === 0 ? 'an episode without messages has no steps to judge' : undefined),
  async assign({ messages }, { judge }, { threshold }) {
    const rewards = await judge(messages.map((_, step) => step));
    const first = rewards.findIndex((reward) => reward < threshold);
    return { firstError: first < 0 ? null : first };
  },
});

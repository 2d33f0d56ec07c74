import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { generalisedAdvantage } from '../../harness/generalised-advantage.ts';

const share = z.number().min(0).max(1);

/** Generalised advantage from a learned critic: no evaluator call, but as wrong as the critic is where λ < 1. */
export const gae = defineMethod({
  id: 'gae',
  title: 'GAE: generalised advantage from a critic',
  source: 'Schulman et al. (2016), arXiv 1506.02438',
  targets: ['advantage'],
  needs: ['critic'],
  cost: 'no evaluator call; T critic values',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    gamma: share.default(1).describe('discount per step'),
    lambda: share.default(0.95).describe('0: differences of the critic; 1: the outcome less the critic'),
  }),
  refuses: ({ messages }) => (messages.length === 0 ? 'an episode without messages has no steps to value' : undefined),
  async assign({ messages, outcome }, { critic }, { gamma, lambda }) {
    return { messages: generalisedAdvantage(await critic(messages.map((_, step) => step)), outcome, gamma, lambda) };
  },
});

import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { trainPrefixCritic } from '../../harness/prefix-critic.ts';
import { refusesTraining, training, trainingEpisodes } from '../training.ts';
import { redistributed } from './redistributed.ts';

/**
 * Differences of the outcome predicted after every message, what is left spread equally: they sum to the outcome. The first
 * therefore holds V(h_1) on top of its advantage, unless start=subtract takes the mean outcome off it. A table of prefixes
 * with a prior predicts; it is what the loss at the end and the auxiliary losses of every step agree on.
 */
export const rudder = defineMethod({
  id: 'rudder',
  title: 'RUDDER: the outcome, redistributed by a learned predictor',
  source: 'Arjona-Medina et al. (2019), arXiv 1806.07857; a table in place of the LSTM: interpretation',
  targets: ['advantage'],
  needs: ['rollout'],
  cost: 'training episodes, within the budget; none at assignment',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    training,
    prior: z.number().positive().default(1).describe('episodes that the prediction one message earlier counts as'),
    start: z
      .enum(['keep', 'subtract'])
      .default('keep')
      .describe('keep: sums to the outcome; subtract: sums to the outcome less its mean over the training episodes'),
  }),
  refuses: (episode, budget, { training: episodes }) => refusesTraining(episode, budget, episodes),
  async assign({ messages, outcome }, access, { training: episodes, prior, start }) {
    const predict = trainPrefixCritic(await trainingEpisodes(access, episodes), prior);
    const texts = messages.map(({ text }) => text);
    const predictions = Float64Array.from({ length: texts.length + 1 }, (_, said) => predict(texts.slice(0, said)));
    if (start === 'keep') predictions[0] = 0;
    return { messages: redistributed(predictions, outcome) };
  },
});

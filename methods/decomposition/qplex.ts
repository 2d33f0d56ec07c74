import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { refusesTraining, trainingEpisodes } from '../training.ts';
import { additiveStart } from './additive-start.ts';
import { decompositionOptions } from './decomposition-options.ts';
import { fitDuelingMixer } from './dueling-mixer.ts';
import { summed } from './summed.ts';

/** The regret λ_t A_t of every message against the greedy one of its step: at most 0, and 0 for the greedy one, so not an advantage. */
export const qplex = defineMethod({
  id: 'qplex',
  title: 'QPLEX: regrets of a dueling mixer',
  source:
    'Wang et al. (2021), arXiv 2008.01062; log-linear λ in place of attention, utilities of single messages, read-out: interpretation',
  targets: [],
  needs: ['rollout'],
  cost: 'training episodes, within the budget; none at assignment',
  laws: { 'message-conservation': 'always', determinism: 'always', budget: 'always' },
  options: z.strictObject({
    ...decompositionOptions,
    iterations: z.int().positive().default(100).describe('steps of gradient descent on the whole table'),
  }),
  refuses: (episode, budget, { training }) => refusesTraining(episode, budget, training),
  async assign(episode, access, { training, prior, iterations }) {
    const start = additiveStart(await trainingEpisodes(access, training), prior);
    const said = episode.messages.map(({ text }, step) => start.table.featureOf(step, text));
    const regrets = fitDuelingMixer(start, iterations).regrets(said);
    return summed(
      episode,
      regrets.map((regret) => regret * start.scale),
    );
  },
});

import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { refusesTraining, trainingEpisodes } from '../training.ts';
import { additiveStart } from './additive-start.ts';
import { decompositionOptions } from './decomposition-options.ts';
import { expected } from './expected.ts';
import { fitMonotoneMixer } from './monotone-mixer.ts';
import { summed } from './summed.ts';

/**
 * (∂Q_tot/∂Q_t)(Q_t(m_t) − E_π Q_t), or Q_tot less its mean under other messages, from a monotone mixer of utilities. Monotone
 * and supermodular, so it cannot say that two messages make each other redundant.
 */
export const qmix = defineMethod({
  id: 'qmix',
  title: 'QMIX: a monotone mixer of utilities',
  source:
    'Rashid et al. (2018), arXiv 1803.11485; one mixer for all states, utilities of single messages, read-outs: interpretation',
  targets: ['advantage'],
  needs: ['rollout', 'policy'],
  cost: 'training episodes, within the budget; none at assignment',
  laws: { 'message-conservation': 'always', determinism: 'always', budget: 'always' },
  options: z.strictObject({
    ...decompositionOptions,
    readout: z.enum(['slope', 'coma']).default('slope').describe('slope: ∂Q_tot/∂Q (Q − E Q); coma: Q_tot − E Q_tot'),
    iterations: z.int().positive().default(100).describe('steps of gradient descent on the whole table'),
  }),
  refuses: (episode, budget, { training }) => refusesTraining(episode, budget, training),
  async assign(episode, access, { training, prior, readout, iterations }) {
    const start = additiveStart(await trainingEpisodes(access, training), prior);
    const { utilities, mix, slopes } = fitMonotoneMixer(start, iterations);
    const utilityOf = (step: number, text: string) => {
      const feature = start.table.featureOf(step, text);
      return feature === undefined ? 0 : utilities[feature]!;
    };
    const said = episode.messages.map(({ text }, step) => utilityOf(step, text));
    const slope = slopes(said);
    const credits = said.map(async (utility, step) => {
      const policy = await access.policy(step);
      if (readout === 'slope')
        return slope[step]! * (utility - expected(policy, (message) => utilityOf(step, message)));
      return mix(said) - expected(policy, (message) => mix(said.with(step, utilityOf(step, message))));
    });
    const inUnits = Float64Array.from(await Promise.all(credits), (credit) => credit * start.scale);
    return summed(episode, inUnits);
  },
});

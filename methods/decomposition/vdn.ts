import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { refusesTraining, trainingEpisodes } from '../training.ts';
import { decompositionOptions } from './decomposition-options.ts';
import { expected } from './expected.ts';
import { fitInteractions } from './interaction-model.ts';
import { summed } from './summed.ts';

/**
 * Q_t(m_t) − E_π Q_t of the least-squares fit of the outcome by Σ_t Q_t(m_t): constants cancel. A utility knows its step and
 * its own message alone, so nothing that messages do together can be credited.
 */
export const vdn = defineMethod({
  id: 'vdn',
  title: 'VDN: a sum of utilities',
  source:
    'Sunehag et al. (2018), arXiv 1706.05296; utilities of single messages, exact least squares, read-out Q − E Q: interpretation',
  targets: ['advantage'],
  needs: ['rollout', 'policy'],
  cost: 'training episodes, within the budget; none at assignment',
  laws: { 'message-conservation': 'always', determinism: 'always', budget: 'always' },
  options: z.strictObject(decompositionOptions),
  refuses: (episode, budget, { training }) => refusesTraining(episode, budget, training),
  async assign(episode, access, { training, prior }) {
    const { own } = fitInteractions(await trainingEpisodes(access, training), 1, prior);
    const credits = episode.messages.map(async ({ text }, step) => {
      const instead = expected(await access.policy(step), (message) => own(step, message));
      return own(step, text) - instead;
    });
    return summed(episode, Float64Array.from(await Promise.all(credits)));
  },
});

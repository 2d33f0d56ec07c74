import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { refusesTraining, trainingEpisodes } from '../training.ts';
import { decompositionOptions } from './decomposition-options.ts';
import { fitInteractions } from './interaction-model.ts';
import { summed } from './summed.ts';

/**
 * The Shapley value of a learned critic whose absent messages are zeroed inputs: exact over all orders, for the critic knows
 * messages and pairs of them only, and a pair's worth is halved. Sums to the critic's prediction less its constant; no
 * episode ever had a zeroed message, so that constant is out of distribution.
 */
export const sqddpg = defineMethod({
  id: 'sqddpg',
  title: 'SQDDPG: Shapley value of a learned critic',
  source:
    'Wang et al. (2020), arXiv 1907.05707; a critic of pairs, every order in place of sampled ones: interpretation',
  targets: ['realised'],
  needs: ['rollout'],
  cost: 'training episodes, within the budget; none at assignment',
  laws: { 'message-conservation': 'always', determinism: 'always', budget: 'always' },
  options: z.strictObject(decompositionOptions),
  refuses: (episode, budget, { training }) => refusesTraining(episode, budget, training),
  async assign(episode, access, { training, prior }) {
    const { own, pair } = fitInteractions(await trainingEpisodes(access, training), 2, prior);
    const credits = new Float64Array(episode.messages.length);
    for (const [step, { text }] of episode.messages.entries()) {
      credits[step]! += own(step, text);
      for (const [earlier, { text: before }] of episode.messages.slice(0, step).entries()) {
        const half = pair(earlier, before, step, text) / 2;
        credits[step]! += half;
        credits[earlier]! += half;
      }
    }
    return summed(episode, credits);
  },
});

import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { refusesTraining, trainingEpisodes } from '../training.ts';
import { decompositionOptions } from './decomposition-options.ts';
import { expected } from './expected.ts';
import { fitInteractions } from './interaction-model.ts';

/**
 * Q̂(z) − Σ_m π(m | h_t) Q̂(z with m at step t), the other messages held fixed, from a learned critic of the joint action. As
 * biased as the critic; with an exact one it is the aristocrat utility, so later messages screen earlier ones off.
 */
export const coma = defineMethod({
  id: 'coma',
  title: 'COMA: a learned joint critic against its own counterfactuals',
  source: 'Foerster et al. (2018), arXiv 1705.08926; a critic of messages and their pairs: interpretation',
  targets: [],
  needs: ['rollout', 'policy'],
  cost: 'training episodes, within the budget; none at assignment',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject(decompositionOptions),
  refuses: (episode, budget, { training }) => refusesTraining(episode, budget, training),
  async assign({ messages }, access, { training, prior }) {
    const { value } = fitInteractions(await trainingEpisodes(access, training), 2, prior);
    const texts = messages.map(({ text }) => text);
    const credits = texts.map(async (_, step) => {
      const instead = expected(await access.policy(step), (message) => value(texts.with(step, message)));
      return value(texts) - instead;
    });
    return { messages: await Promise.all(credits) };
  },
});

import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { refusesTraining, trainingEpisodes } from '../training.ts';
import { decompositionOptions } from './decomposition-options.ts';
import { expected } from './expected.ts';
import { fitInteractions } from './interaction-model.ts';

/**
 * ⟨∂Q̂/∂π_t, e(m_t) − π_t⟩ for a critic Q̂(π_1 … π_T) of messages and their pairs, multilinear in the policies of the logged
 * contexts: what the message adds to its step's mean while all others act by policy.
 */
export const lica = defineMethod({
  id: 'lica',
  title: 'LICA: the gradient of a critic of policies, along the message',
  source:
    'Zhou et al. (2020), arXiv 2007.02529; a critic of messages and their pairs, read-out, no entropy term: interpretation',
  targets: ['advantage'],
  needs: ['rollout', 'policy'],
  cost: 'training episodes, within the budget; none at assignment',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject(decompositionOptions),
  refuses: (episode, budget, { training }) => refusesTraining(episode, budget, training),
  async assign({ messages }, access, { training, prior }) {
    const { own, pair } = fitInteractions(await trainingEpisodes(access, training), 2, prior);
    const policies = await Promise.all(messages.map((_, step) => access.policy(step)));
    const pairOf = (step: number, text: string, other: number, said: string) =>
      other < step ? pair(other, said, step, text) : pair(step, text, other, said);
    const slopeAt = (step: number, text: string) =>
      policies.reduce(
        (sum, policy, other) =>
          other === step ? sum : sum + expected(policy, (said) => pairOf(step, text, other, said)),
        own(step, text),
      );
    return {
      messages: messages.map(
        ({ text }, step) => slopeAt(step, text) - expected(policies[step]!, (message) => slopeAt(step, message)),
      ),
    };
  },
});

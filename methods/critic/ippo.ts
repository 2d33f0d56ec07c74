import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { trainPrefixCritic } from '../../harness/prefix-critic.ts';
import { refusesTraining, training, trainingEpisodes } from '../training.ts';

/**
 * The outcome less a local critic's value of what the agent itself has said before, γ = λ = 1. No task says what an agent
 * hears, so its own messages are its observation, and what others said is luck to the critic. The credit has the offset
 * V(h_t) − V(own messages) of every baseline that ignores the context.
 */
export const ippo = defineMethod({
  id: 'ippo',
  title: 'IPPO: the outcome less a critic of the agent’s own messages',
  source: 'de Witt et al. (2020), arXiv 2011.09533; own messages as observation, a table as the critic: interpretation',
  targets: ['advantage'],
  needs: ['rollout'],
  cost: 'training episodes, within the budget; none at assignment',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    training,
    prior: z.number().positive().default(1).describe('episodes that the value one own message earlier counts as'),
  }),
  refuses: (episode, budget, { training: episodes }) => refusesTraining(episode, budget, episodes),
  async assign({ agents, messages, outcome }, access, { training: episodes, prior }) {
    const fresh = await trainingEpisodes(access, episodes);
    const critics = agents.map((_, agent) =>
      trainPrefixCritic(
        fresh.map((one) => ({ ...one, messages: one.messages.filter((message) => message.agent === agent) })),
        prior,
      ),
    );
    return {
      messages: messages.map(({ agent }, step) => {
        const own = messages.slice(0, step).filter((message) => message.agent === agent);
        return outcome - critics[agent]!(own.map(({ text }) => text));
      }),
    };
  },
});

import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { centred, standardised } from '../../harness/group-baseline.ts';
import { deviation, groupEpisodes, groupSize, refusesGroup } from './group-outcomes.ts';

/**
 * GRPO, or RLOO, within one agent: the outcome once for every message of the agent in every episode of the group, so an
 * episode that called the agent more often weighs more.
 */
export const drMas = defineMethod({
  id: 'dr-mas',
  title: 'Dr. MAS: z-score within each agent',
  source: 'Feng et al. (2026), arXiv 2602.08847; std=none leaves out one message, not its episode: interpretation',
  targets: ['advantage'],
  needs: ['rollout'],
  cost: 'k evaluator calls, the given episode included',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    k: groupSize,
    std: z
      .enum(['none', ...deviation.unwrap().options])
      .default('trl')
      .describe(`none: RLOO, the mean of the others and no deviation; ${deviation.description}`),
  }),
  refuses: (episode, budget, { k }) => refusesGroup(episode, budget, k),
  async assign(episode, access, { k, std }) {
    const episodes = await groupEpisodes(episode, access, k);
    const creditOf = (agent: number) => {
      const returns = Float64Array.from(
        episodes.flatMap(({ messages, outcome }) => messages.filter((one) => one.agent === agent).map(() => outcome)),
      );
      return (std === 'none' ? centred(returns, 'loo') : standardised(returns, std))[0]!;
    };
    const credits = new Map(episode.messages.map(({ agent }) => [agent, creditOf(agent)]));
    return { messages: episode.messages.map(({ agent }) => credits.get(agent)!) };
  },
});

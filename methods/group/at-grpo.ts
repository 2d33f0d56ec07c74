import { z } from 'zod';
import type { Episode } from '../../harness/contract.ts';
import { defineMethod } from '../../harness/define.ts';
import { standardised } from '../../harness/group-baseline.ts';
import { deviation, groupEpisodes, groupSize, refusesGroup } from './group-outcomes.ts';

/** GRPO in groups keyed by agent and turn: an agent's i-th message against the outcomes of the episodes in which it spoke that often. */
export const atGrpo = defineMethod({
  id: 'at-grpo',
  title: 'AT-GRPO: z-score within agent and turn',
  source: 'AT-GRPO, arXiv 2510.11062; groups of whole episodes in place of its own trees: interpretation',
  targets: ['advantage'],
  needs: ['rollout'],
  cost: 'k evaluator calls, the given episode included',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({ k: groupSize, std: deviation }),
  refuses: (episode, budget, { k }) => refusesGroup(episode, budget, k),
  async assign(episode, access, { k, std }) {
    const [, ...others] = await groupEpisodes(episode, access, k);
    const spoken = new Float64Array(episode.agents.length);
    return {
      messages: episode.messages.map(({ agent }) => {
        const turn = ++spoken[agent]!;
        const group = [episode, ...others.filter((other) => turnsOf(agent, other) >= turn)];
        return standardised(
          Float64Array.from(group, ({ outcome }) => outcome),
          std,
        )[0]!;
      }),
    };
  },
});

function turnsOf(agent: number, { messages }: Episode): number {
  return messages.filter((message) => message.agent === agent).length;
}

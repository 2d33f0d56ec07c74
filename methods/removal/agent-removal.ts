import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { needsCalls } from '../options.ts';
import { solosWithin, worthWithout } from './without.ts';

/**
 * The outcome less the mean of `solos` runs without the agent, for the agent and each of its messages: leave-one-out over
 * episodes. On the message of an agent that speaks once it is the advantage plus V(h) − v(N∖i), which no choice of message moves.
 */
export const agentRemoval = defineMethod({
  id: 'agent-removal',
  title: 'Agent removal: the outcome less runs without the agent',
  source: 'the removal counterfactual that Chen et al. (2026), arXiv 2603.06859, argue against',
  targets: ['removal'],
  needs: ['worth'],
  cost: 'the given episode and `solos` evaluator calls per agent',
  laws: {
    symmetry: 'in-expectation',
    'null-player': 'in-expectation',
    linearity: 'in-expectation',
    boundedness: 'in-expectation',
    sign: 'in-expectation',
    determinism: 'always',
    budget: 'always',
  },
  options: z.strictObject({
    solos: z.int().positive().optional().describe('runs without each agent; what the budget allows'),
  }),
  refuses: ({ agents }, budget, { solos = 1 }, noise) =>
    needsCalls(1 + agents.length * (noise === 'none' ? 1 : solos), budget),
  async assign(episode, access, { solos }) {
    const { agents, messages, outcome } = episode;
    const affordable = solosWithin(access.budget.limit, agents.length, access.noise);
    const without = await worthWithout(
      episode,
      access,
      agents.map((_, agent) => agent),
      access.noise === 'none' ? 1 : (solos ?? affordable),
    );
    const credit = without.map((worth) => outcome - worth);
    if (messages.length === 0) return { agents: credit };
    return { agents: credit, messages: messages.map(({ agent }) => credit[agent]!) };
  },
});

import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { needsCalls } from '../options.ts';
import { solosWithin, worthWithout } from './without.ts';

/**
 * A thinker and a solver, outcomes scaled to [−1, 1]: the solver gets the outcome R, the thinker R plus λ for having helped and
 * minus λ for having hurt, or plus λ(R − solo)/2, with solo the mean of runs without the thinker. The solver is who spoke
 * last; right is above the middle of the range.
 */
export const ccpo = defineMethod({
  id: 'ccpo',
  title: 'CCPO: the solver’s outcome, and the thinker’s help to it',
  source:
    'CCPO, arXiv 2603.21563, from the authors’ code (current recipe); the early one, with a moving average, is left out',
  targets: ['removal'],
  needs: ['worth'],
  cost: 'the given episode and `solos` evaluator calls without the first speaker',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    recipe: z
      .enum(['verdict', 'margin'])
      .default('verdict')
      .describe('verdict: λ(helped − hurt); margin: λ(R − mean solo)/2'),
    lambda: z.number().nonnegative().default(0.2).describe('weight of the counterfactual'),
    solos: z.int().positive().optional().describe('runs without the thinker; what the budget allows'),
  }),
  refuses({ agents, messages }, budget, { solos = 1 }, noise) {
    if (messages.length === 0) return 'an episode without messages has no solver';
    if (agents.length !== 2) return `is for a thinker and a solver; the team has ${agents.length} agents`;
    return needsCalls(1 + (noise === 'none' ? 1 : solos), budget);
  },
  async assign(episode, access, { recipe, lambda, solos }) {
    const { messages, outcome, range } = episode;
    const solver = messages.at(-1)!.agent;
    const thinker = 1 - solver;
    const affordable = solosWithin(access.budget.limit, 1, access.noise);
    const draws = access.noise === 'none' ? 1 : (solos ?? affordable);
    const [solo] = await worthWithout(episode, access, [thinker], draws);
    const joint = scaled(outcome, range);
    const alone = scaled(solo!, range);
    const helped = Number(joint > 0) - Number(alone > 0);
    const credit = new Float64Array(2);
    credit[solver] = joint;
    credit[thinker] = joint + lambda * (recipe === 'verdict' ? helped : (joint - alone) / 2);
    return { agents: credit, messages: messages.map(({ agent }) => credit[agent]!) };
  },
});

function scaled(value: number, [low, high]: readonly [number, number]): number {
  return (2 * (value - low)) / (high - low) - 1;
}

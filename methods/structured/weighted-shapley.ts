import { z } from 'zod';
import type { Episode } from '../../harness/contract.ts';
import { defineMethod } from '../../harness/define.ts';
import { CreditbenchError } from '../../harness/errors.ts';
import { needsCalls } from '../options.ts';
import { agentNamed, type Refusal } from './agent-lists.ts';
import { randomOrderValue } from './random-order-value.ts';
import { refusesTeam, worthTable } from './worth-table.ts';

/**
 * Shapley’s value where agents weigh unequally: what only a coalition T brings is shared among its members in proportion to
 * their weights λ_i. Equal weights are Shapley’s. 2ⁿ evaluator calls.
 */
export const weightedShapley = defineMethod({
  id: 'weighted-shapley',
  title: 'Weighted Shapley value',
  source: 'Shapley (1953, thesis); Kalai & Samet (1987)',
  targets: [],
  needs: ['worth'],
  cost: '2ⁿ evaluator calls',
  laws: {
    efficiency: 'always',
    'null-player': 'always',
    linearity: 'always',
    boundedness: 'always',
    sign: 'always',
    determinism: 'always',
    budget: 'always',
  },
  options: z.strictObject({
    weights: z
      .string()
      .regex(
        /^(equal|[^:/]+:\d+(\.\d+)?(\/[^:/]+:\d+(\.\d+)?)*)$/,
        'expected agent:weight joined by /, like planner:2/coder:1.5',
      )
      .default('equal')
      .describe('agent:weight joined by /, like planner:2/coder:1.5; who is not named weighs 1'),
  }),
  refuses(episode, budget, { weights }) {
    const large = refusesTeam(episode);
    if (large !== undefined) return large;
    const read = weightsOf(weights, episode.agents);
    return 'refusal' in read ? read.refusal : needsCalls(2 ** episode.agents.length, budget);
  },
  async assign(episode, access, { weights }) {
    const read = weightsOf(weights, episode.agents);
    if ('refusal' in read) throw new CreditbenchError('refused', read.refusal);
    const count = episode.agents.length;
    const values = await worthTable(episode, access, new Uint8Array(2 ** count).fill(1));
    const sums = new Float64Array(values.length);
    for (const [agent, weight] of read.weights.entries())
      for (let mask = 0; mask < 1 << agent; mask++) sums[mask | (1 << agent)] = sums[mask]! + weight;
    return {
      agents: randomOrderValue(values, count, (coalition, _, agent) => read.weights[agent]! / sums[coalition]!),
    };
  },
});

function weightsOf(text: string, agents: Episode['agents']): { readonly weights: Float64Array } | Refusal {
  const weights = new Float64Array(agents.length).fill(1);
  const named = new Set<number>();
  for (const part of text === 'equal' ? [] : text.split('/')) {
    const [name, weight] = part.split(':');
    const agent = agentNamed(name!.trim(), agents);
    if (typeof agent !== 'number') return { refusal: `weights=${text}: ${agent.refusal}` };
    if (named.has(agent)) return { refusal: `weights=${text}: agent "${agents[agent]!.id}" is named twice` };
    if (!(Number(weight) > 0))
      return { refusal: `weights=${text}: "${part}" weighs nothing; expected a number above 0` };
    named.add(agent);
    weights[agent] = Number(weight);
  }
  return { weights };
}

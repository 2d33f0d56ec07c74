import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { CreditbenchError } from '../../harness/errors.ts';
import { needsCalls } from '../options.ts';
import { agentLists } from './agent-lists.ts';
import { type Precedence, precedenceOf } from './precedence.ts';
import { randomOrderValue } from './random-order-value.ts';
import { callsFor, refusesTeam, worthTable } from './worth-table.ts';

/** Mean marginal contribution over the orders that keep the declared precedence. One evaluator call per coalition of such an order. */
export const asymmetricShapley = defineMethod({
  id: 'asymmetric-shapley',
  title: 'Asymmetric Shapley value',
  source: 'Frye et al. (2020), arXiv 1910.06358; Weber (1988)',
  targets: [],
  needs: ['worth'],
  cost: 'the beginnings of admissible orders, at most 2ⁿ evaluator calls',
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
    order: agentLists(
      'chains of agents, each before the next, like planner:coder:tester/planner:critic; listed: one chain of all, as the episode lists them',
    ).default('listed'),
  }),
  refuses(episode, budget, { order }) {
    const large = refusesTeam(episode);
    if (large !== undefined) return large;
    const precedence = precedenceOf(order, episode.agents);
    return 'refusal' in precedence ? precedence.refusal : needsCalls(callsFor(downSets(precedence)), budget);
  },
  async assign(episode, access, { order }) {
    const precedence = precedenceOf(order, episode.agents);
    if ('refusal' in precedence) throw new CreditbenchError('refused', precedence.refusal);
    const { extensions } = precedence;
    const values = await worthTable(episode, access, downSets(precedence));
    const lastShare = (coalition: number, rest: number) => extensions[rest]! / extensions[coalition]!;
    return { agents: randomOrderValue(values, episode.agents.length, lastShare) };
  },
});

function downSets({ extensions }: Precedence): Uint8Array {
  return Uint8Array.from(extensions, (orders) => (orders > 0 ? 1 : 0));
}

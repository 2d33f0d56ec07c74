import { emptyCoalitions, exclude, include } from '../../harness/coalitions.ts';
import type { Access, Episode } from '../../harness/contract.ts';
import { defineMethod } from '../../harness/define.ts';
import { shapleyOfTable } from '../../harness/table-values.ts';
import { needsCalls, noOptions } from '../options.ts';
import { callsWithin } from './designs/calls-within.ts';
import { sampleStrata } from './designs/sample-strata.ts';
import { planStrata } from './designs/stratum-plan.ts';
import { wholeTable } from './designs/whole-table.ts';

/**
 * The Shapley value as a mean over sizes of mean marginal contributions, one stratum per agent and size; sizes 0 and n − 1
 * exact where n more calls leave every agent a marginal between. Below one sweep the strata themselves are a random sample.
 */
export const shapleyStratified = defineMethod({
  id: 'shapley-stratified',
  title: 'Shapley value by stratified marginals',
  source: 'Maleki et al. (2013), arXiv 1306.4265',
  targets: ['shapley'],
  needs: ['worth'],
  cost: '2 evaluator calls per sampled marginal, within the budget',
  laws: {
    efficiency: 'in-expectation',
    symmetry: 'in-expectation',
    'null-player': 'always',
    linearity: 'always',
    sign: 'always',
    determinism: 'always',
    budget: 'always',
  },
  options: noOptions,
  refuses: ({ agents }, budget, _options, noise) => needsCalls(agents.length === 1 && noise === 'none' ? 2 : 3, budget),
  async assign(episode, access) {
    const { length: agents } = episode.agents;
    const calls = callsWithin(access.budget.limit, agents);
    const table = await wholeTable(agents, access, calls);
    if (table !== undefined) return { agents: shapleyOfTable(table) };
    const credit = new Float64Array(agents);
    const isEdgeExact = access.noise === 'none' && agents > 2 && calls >= 4 * agents + 2;
    if (isEdgeExact) await addEdges(episode, access.worth, credit);
    const [smallest, largest] = isEdgeExact ? [1, agents - 2] : [0, agents - 1];
    const marginals = Math.floor((calls - access.budget.spent) / 2);
    const plan = planStrata(access.random, agents, smallest, largest, Math.max(1, marginals));
    await sampleStrata(plan, access, calls, credit);
    return { agents: credit };
  },
});

/** Adds (v({i}) − v(∅) + v(N) − v(N∖i))/n: 2n + 1 calls. */
async function addEdges({ outcome }: Episode, worth: Access<'worth'>['worth'], credit: Float64Array): Promise<void> {
  const agents = credit.length;
  const coalitions = emptyCoalitions(agents, 2 * agents + 1);
  for (let agent = 0; agent < agents; agent++) {
    include(coalitions, agent, agent);
    for (let other = 0; other < agents; other++) include(coalitions, agents + agent, other);
    exclude(coalitions, agents + agent, agent);
  }
  const worths = await worth(coalitions);
  const empty = worths[2 * agents]!;
  for (let agent = 0; agent < agents; agent++)
    credit[agent]! += (worths[agent]! - empty + outcome - worths[agents + agent]!) / agents;
}

import { allCoalitions } from '../../harness/coalitions.ts';
import { defineMethod } from '../../harness/define.ts';
import { drawsWithin, meanWorth } from '../../harness/mean-worth.ts';
import { shapleyOfTable } from '../../harness/table-values.ts';
import { needsCalls, noOptions } from '../options.ts';

/** The Shapley value from all 2ⁿ coalitions; where worth is sampled, from the mean of as many draws of each as the budget allows. */
export const shapleyExact = defineMethod({
  id: 'shapley-exact',
  title: 'Shapley value by enumeration',
  source: 'Shapley (1953)',
  targets: ['shapley'],
  needs: ['worth'],
  cost: '2ⁿ evaluator calls',
  laws: {
    efficiency: 'always',
    symmetry: 'always',
    'null-player': 'always',
    linearity: 'always',
    boundedness: 'always',
    sign: 'always',
    determinism: 'always',
    budget: 'always',
  },
  options: noOptions,
  refuses: ({ agents }, budget) =>
    agents.length > mostAgents
      ? `enumerates 2^n coalitions for up to ${mostAgents} agents; the team has ${agents.length}`
      : needsCalls(2 ** agents.length, budget),
  async assign(episode, access) {
    const coalitions = allCoalitions(episode.agents.length);
    const draws = drawsWithin(access.budget.limit, coalitions.count, access.noise);
    return { agents: shapleyOfTable(await meanWorth(episode, access, coalitions, draws)) };
  },
});

const mostAgents = 24;

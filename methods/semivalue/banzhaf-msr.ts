import { isMember } from '../../harness/coalitions.ts';
import { defineMethod } from '../../harness/define.ts';
import { banzhafOfTable } from '../../harness/table-values.ts';
import { needsCalls, noOptions } from '../options.ts';
import { drawAnyCoalitions } from '../shapley/designs/any-coalitions.ts';
import { callsWithin } from '../shapley/designs/calls-within.ts';
import { wholeTable } from '../shapley/designs/whole-table.ts';
import { worthsInBatches } from '../shapley/regression/units.ts';

/**
 * The Banzhaf value as the mean worth of random coalitions with the agent minus that of those without it: maximum sample
 * reuse, every coalition serving all agents. One coalition, from 2 calls, counts against v(N).
 */
export const banzhafMsr = defineMethod({
  id: 'banzhaf-msr',
  title: 'Banzhaf value by maximum sample reuse',
  source: 'Wang & Jia (2023), arXiv 2205.15466',
  targets: ['banzhaf'],
  needs: ['worth'],
  cost: 'one evaluator call per drawn coalition, within the budget',
  laws: {
    symmetry: 'in-expectation',
    'null-player': 'in-expectation',
    linearity: 'always',
    determinism: 'always',
    budget: 'always',
  },
  options: noOptions,
  refuses: (_episode, budget) => needsCalls(2, budget),
  async assign({ agents: { length: agents }, outcome }, access) {
    const calls = callsWithin(access.budget.limit, agents);
    const table = await wholeTable(agents, access, calls);
    if (table !== undefined) return { agents: banzhafOfTable(table) };
    const coalitions = drawAnyCoalitions(access.random, agents, calls - 1);
    // Above v(N), which drops out and keeps the digits of a game with a large offset.
    const worths = (await worthsInBatches(access.worth, coalitions)).map((worth) => worth - outcome);
    const { count } = coalitions;
    const total = worths.reduce((sum, worth) => sum + worth, 0);
    const credit = new Float64Array(agents);
    for (let agent = 0; agent < agents; agent++) {
      let [present, sum] = [0, 0];
      for (let row = 0; row < count; row++) {
        if (!isMember(coalitions, row, agent)) continue;
        present++;
        sum += worths[row]!;
      }
      credit[agent] =
        count === 1 ? 2 * (present === 1 ? 1 : -1) * total : sum / present - (total - sum) / (count - present);
    }
    return { agents: credit };
  },
});

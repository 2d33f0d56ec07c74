import { coalitionsOf, selectRows } from '../../harness/coalitions.ts';
import { defineMethod } from '../../harness/define.ts';
import { drawsWithoutBudget } from '../../harness/mean-worth.ts';
import { needsCalls, noOptions, timesWithin } from '../options.ts';

/** v({i}) − v(∅): what an agent adds to nobody. n + 1 evaluator calls besides the given episode, which tells a lone agent’s worth. */
export const firstIn = defineMethod({
  id: 'first-in',
  title: 'First in',
  source: 'folklore',
  targets: [],
  needs: ['worth'],
  cost: 'n + 1 evaluator calls, and the given episode’s own',
  laws: {
    symmetry: 'always',
    'null-player': 'always',
    linearity: 'always',
    boundedness: 'always',
    sign: 'always',
    determinism: 'always',
    budget: 'always',
  },
  options: noOptions,
  refuses: ({ agents }, budget, _, noise) =>
    needsCalls(agents.length === 1 && noise === 'none' ? 2 : agents.length + 2, budget),
  async assign({ agents }, { worth, noise, budget }) {
    const alone = coalitionsOf(agents.length, [[], ...agents.map((_, agent) => [agent])]);
    const draws = noise === 'none' ? 1 : timesWithin(budget.limit, alone.count, drawsWithoutBudget);
    const rows = Array.from({ length: alone.count * draws }, (_, row) => row % alone.count);
    const sums = new Float64Array(alone.count);
    for (const [row, value] of (await worth(selectRows(alone, rows))).entries()) sums[row % alone.count]! += value;
    return { agents: agents.map((_, agent) => (sums[agent + 1]! - sums[0]!) / draws) };
  },
});

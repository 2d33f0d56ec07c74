import { emptyCoalitions, exclude, include } from '../../harness/coalitions.ts';
import { defineMethod } from '../../harness/define.ts';
import { drawsWithin, meanWorth } from '../../harness/mean-worth.ts';
import { needsCalls, noOptions } from '../options.ts';

/** v(N) − v(N∖i): what is lost when only this agent is taken out. n + 1 evaluator calls. */
export const leaveOneOut = defineMethod({
  id: 'leave-one-out',
  title: 'Leave-one-out',
  source: 'folklore; the difference reward of Wolpert & Tumer (2001) with removal as the default action',
  targets: ['removal'],
  needs: ['worth'],
  cost: 'n + 1 evaluator calls',
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
  refuses: ({ agents }, budget) => needsCalls(agents.length + 1, budget),
  async assign(episode, access) {
    const agents = episode.agents.length;
    const coalitions = emptyCoalitions(agents, agents + 1);
    for (let row = 0; row <= agents; row++) {
      for (let agent = 0; agent < agents; agent++) include(coalitions, row, agent);
      if (row < agents) exclude(coalitions, row, row);
    }
    const draws = drawsWithin(access.budget.limit, coalitions.count, access.noise);
    const worths = await meanWorth(episode, access, coalitions, draws);
    return { agents: worths.subarray(0, agents).map((without) => worths[agents]! - without) };
  },
});

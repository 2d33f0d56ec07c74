import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { needsCalls } from '../options.ts';
import { ordersWithin, permutationEstimate } from './permutation-estimate.ts';

const ordersWithoutBudget = 1000;

/** The Shapley value by sampled orders, in antithetic pairs by default; conserves at every budget of at least n + 1. */
export const shapleyPermutation = defineMethod({
  id: 'shapley-permutation',
  title: 'Shapley value by permutation sampling',
  source: 'Castro, Gómez & Tejada (2009); antithetic pairs: Mitchell et al. (2022), arXiv 2104.12199',
  targets: ['shapley'],
  needs: ['worth'],
  cost: 'at most 2 + m(n − 1) evaluator calls for m orders',
  laws: {
    efficiency: 'always',
    symmetry: 'in-expectation',
    'null-player': 'always',
    linearity: 'always',
    boundedness: 'always',
    sign: 'always',
    determinism: 'always',
    budget: 'always',
  },
  options: z.strictObject({
    antithetic: z.boolean().default(true).describe('every second order is the one before it reversed'),
    orders: z.int().positive().optional().describe(`as many as the budget allows; ${ordersWithoutBudget} without one`),
  }),
  refuses: ({ agents }, budget, { orders = 1 }, noise) => {
    const perOrder = noise === 'none' ? agents.length - 1 : agents.length + 1;
    return needsCalls(orders * perOrder + (noise === 'none' ? 2 : 0), budget);
  },
  async assign(episode, access, { antithetic, orders }) {
    const { limit } = access.budget;
    const affordable =
      limit === Number.POSITIVE_INFINITY
        ? ordersWithoutBudget
        : ordersWithin(limit, episode.agents.length, access.noise);
    return { agents: await permutationEstimate(episode, access, orders ?? affordable, antithetic) };
  },
});

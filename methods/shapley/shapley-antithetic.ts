import { defineMethod } from '../../harness/define.ts';
import { needsCalls, noOptions } from '../options.ts';
import { antitheticOrders } from './designs/antithetic-orders.ts';
import { meanOverOrders } from './designs/mean-over-orders.ts';

/** The Shapley value by random orders and their reversals, going on until its distinct coalitions are spent; a null player gets 0 from n + 1 calls on. */
export const shapleyAntithetic = defineMethod({
  id: 'shapley-antithetic',
  title: 'Shapley value by antithetic orders',
  source: 'Mitchell et al. (2022), arXiv 2104.12199',
  targets: ['shapley'],
  needs: ['worth'],
  cost: 'at most 2 + 2m(n − 1) evaluator calls for m pairs of orders',
  laws: {
    efficiency: 'always',
    symmetry: 'in-expectation',
    linearity: 'always',
    determinism: 'always',
    budget: 'always',
  },
  options: noOptions,
  refuses: (_episode, budget) => needsCalls(2, budget),
  async assign(episode, access) {
    return { agents: await meanOverOrders(episode, access, antitheticOrders) };
  },
});

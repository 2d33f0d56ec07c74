import { defineMethod } from '../../harness/define.ts';
import { needsCalls, noOptions } from '../options.ts';
import { meanOverOrders } from './designs/mean-over-orders.ts';
import { orthogonalOrders } from './designs/orthogonal-orders.ts';

/** The Shapley value by orders along orthogonal random directions and their reversals; a null player gets 0 from n + 1 calls on. */
export const shapleyOrthogonal = defineMethod({
  id: 'shapley-orthogonal',
  title: 'Shapley value by orthogonal orders',
  source: 'Mitchell et al. (2022), arXiv 2104.12199',
  targets: ['shapley'],
  needs: ['worth'],
  cost: 'at most 2 + m(n − 1) evaluator calls for m orders',
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
    return { agents: await meanOverOrders(episode, access, orthogonalOrders) };
  },
});

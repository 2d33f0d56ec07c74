import { defineMethod } from '../../harness/define.ts';
import { needsCalls, noOptions } from '../options.ts';
import { meanOverOrders } from './designs/mean-over-orders.ts';
import { rotatedOrders } from './designs/rotated-orders.ts';

/** The Shapley value by all n rotations of random orders: strong where worth follows size, weak where neighbours interact, for they stay neighbours; a null player gets 0 from n + 1 calls on. */
export const shapleyRotation = defineMethod({
  id: 'shapley-rotation',
  title: 'Shapley value by rotated orders',
  source: 'folklore: cyclic shifts of a random order',
  targets: ['shapley'],
  needs: ['worth'],
  cost: 'at most 2 + mn(n − 1) evaluator calls for m rotated orders',
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
    return { agents: await meanOverOrders(episode, access, rotatedOrders) };
  },
});

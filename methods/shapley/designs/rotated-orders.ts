import { randomOrder } from '../../../harness/random.ts';
import type { OrderDesign } from './order-design.ts';
import { spread } from './spread.ts';

/** All n rotations of a random order, evenly spread ones first, then those of another: in each block every agent takes every place once. */
export const rotatedOrders: OrderDesign = function* (random, agents) {
  for (;;) {
    const order = randomOrder(random, agents);
    for (const shift of spread(random, agents))
      yield Uint32Array.from(order, (_, place) => order[(place + shift) % agents]!);
  }
};

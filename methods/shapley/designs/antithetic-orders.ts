import { randomOrder } from '../../../harness/random.ts';
import type { OrderDesign } from './order-design.ts';

/** A random order, then the same one reversed, and so on. Mitchell et al. (2022). */
export const antitheticOrders: OrderDesign = function* (random, agents) {
  for (;;) {
    const order = randomOrder(random, agents);
    yield order;
    yield order.toReversed();
  }
};

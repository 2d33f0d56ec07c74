import type { Access, Episode, Noise } from '../../harness/contract.ts';
import { randomOrder } from '../../harness/random.ts';
import { rowsPerBatch } from './designs/effort.ts';
import { walkOrders } from './designs/walk-orders.ts';

/** Orders that fit the budget: v(∅) and v(N) once and n − 1 coalitions each where worth is deterministic, else n + 1 each. */
export function ordersWithin(budget: number, agents: number, noise: Noise): number {
  if (agents === 1) return noise === 'none' ? 1 : Math.floor(budget / 2);
  return noise === 'none' ? Math.floor((budget - 2) / (agents - 1)) : Math.floor(budget / (agents + 1));
}

/**
 * Mean marginal contribution over random orders; with `antithetic`, every second order is the one before it reversed.
 * Each order's marginals telescope to v(N) − v(∅), so the sum is conserved at every number of orders.
 * Castro, Gómez & Tejada (2009); antithetic pairs: Mitchell et al. (2022).
 */
export async function permutationEstimate(
  { agents: { length: agents }, outcome }: Episode,
  { worth, random, noise }: Pick<Access<'worth'>, 'worth' | 'random' | 'noise'>,
  orders: number,
  antithetic: boolean,
): Promise<Float64Array> {
  const sums = new Float64Array(agents);
  const perBatch = Math.max(1, Math.floor(rowsPerBatch / (agents + 1)));
  let order = randomOrder(random, agents);
  for (let done = 0; done < orders; done += perBatch) {
    const batch: Uint32Array[] = [];
    for (let index = done; index < Math.min(orders, done + perBatch); index++) {
      if (index > 0) order = antithetic && index % 2 === 1 ? order.toReversed() : randomOrder(random, agents);
      batch.push(order);
    }
    await walkOrders(sums, batch, worth, done === 0 || noise === 'none' ? outcome : undefined);
  }
  return sums.map((sum) => sum / orders);
}

import { copyRow, emptyCoalitions, include } from '../../harness/coalitions.ts';
import type { Access, Episode, Noise } from '../../harness/contract.ts';
import { randomOrder } from '../../harness/random.ts';

const rowsPerBatch = 2 ** 16;

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
    const isGrandKnown = done === 0 || noise === 'none';
    const worths = await worth(prefixesOf(batch, agents, isGrandKnown));
    addMarginals(sums, batch, isGrandKnown ? withGrand(worths, agents, outcome) : worths);
  }
  return sums.map((sum) => sum / orders);
}

/** Per order the coalitions of its first 0 … n agents; the first order's grand coalition is left out where it is known. */
function prefixesOf(orders: readonly Uint32Array[], agents: number, isGrandKnown: boolean) {
  const skipped = isGrandKnown ? 1 : 0;
  const coalitions = emptyCoalitions(agents, orders.length * (agents + 1) - skipped);
  let row = 0;
  for (const [index, order] of orders.entries()) {
    const last = index === 0 ? agents - skipped : agents;
    for (let size = 0; size <= last; size++, row++) {
      if (size === 0) continue;
      copyRow(coalitions, row - 1, coalitions, row);
      include(coalitions, row, order[size - 1]!);
    }
  }
  return coalitions;
}

function withGrand(worths: Float64Array, agents: number, outcome: number): Float64Array {
  const all = new Float64Array(worths.length + 1);
  all.set(worths.subarray(0, agents));
  all[agents] = outcome;
  all.set(worths.subarray(agents), agents + 1);
  return all;
}

function addMarginals(sums: Float64Array, orders: readonly Uint32Array[], worths: Float64Array): void {
  const agents = sums.length;
  for (const [index, order] of orders.entries()) {
    const start = index * (agents + 1);
    for (let place = 0; place < agents; place++)
      sums[order[place]!]! += worths[start + place + 1]! - worths[start + place]!;
  }
}

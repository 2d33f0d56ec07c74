import { type Coalitions, copyRow, emptyCoalitions, include } from '../../../harness/coalitions.ts';
import type { Access } from '../../../harness/contract.ts';

/**
 * Adds to `sums` every agent's marginal contribution in each order, with one call of `worth`. `grand`: the worth of the
 * first order's grand coalition where it is known, which is then not asked.
 */
export async function walkOrders(
  sums: Float64Array,
  orders: readonly Uint32Array[],
  worth: Access<'worth'>['worth'],
  grand: number | undefined,
): Promise<void> {
  const agents = sums.length;
  const worths = await worth(prefixesOf(orders, agents, grand !== undefined));
  addMarginals(sums, orders, grand === undefined ? worths : withGrand(worths, agents, grand));
}

/** Per order the coalitions of its first 0 … n agents; the first order's grand coalition is left out where it is known. */
function prefixesOf(orders: readonly Uint32Array[], agents: number, isGrandKnown: boolean): Coalitions {
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

function withGrand(worths: Float64Array, agents: number, grand: number): Float64Array {
  const all = new Float64Array(worths.length + 1);
  all.set(worths.subarray(0, agents));
  all[agents] = grand;
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

import type { Access, Episode } from '../../../harness/contract.ts';
import { shapleyOfTable } from '../../../harness/table-values.ts';
import { blockShares } from './block-shares.ts';
import { callsWithin } from './calls-within.ts';
import { rowsPerBatch, rowsPerCall } from './effort.ts';
import type { OrderDesign } from './order-design.ts';
import { walkOrders } from './walk-orders.ts';
import { wholeTable } from './whole-table.ts';

/**
 * Mean marginal contribution over the orders of a design. Orders are walked until the next may not fit what is left of the
 * budget; repeated coalitions are free, so that may be long after as many orders as their rows would pay for. The number
 * of orders depends on which coalitions coincide, never on who is in them: given it, each order is still uniform, so the
 * mean stays unbiased. Exact where the budget covers 2ⁿ coalitions; below n + 1 calls, `blockShares` of the first order.
 */
export async function meanOverOrders(
  episode: Episode,
  { worth, noise, random, budget }: Pick<Access<'worth'>, 'worth' | 'noise' | 'random' | 'budget'>,
  design: OrderDesign,
): Promise<Float64Array> {
  const { length: agents } = episode.agents;
  const calls = callsWithin(budget.limit, agents);
  const table = await wholeTable(agents, { worth, noise }, calls);
  if (table !== undefined) return shapleyOfTable(table);
  const orders = design(random, agents);
  if (calls < agents + 1) return blockShares(episode, worth, orders.next().value, calls);

  const isRepeatFree = noise === 'none';
  const perOrder = isRepeatFree ? agents - 1 : agents + 1;
  // v(N) is paid for; v(∅) is still to be bought, once or as a part of every order.
  const left = (walked: number) => calls - budget.spent + (walked > 0 ? 0 : isRepeatFree ? -1 : 1);
  const perBatch = Math.max(1, Math.floor(rowsPerBatch / (agents + 1)));
  const sums = new Float64Array(agents);
  let walked = 0;
  for (;;) {
    const count = Math.min(perBatch, Math.floor(left(walked) / perOrder));
    if (count === 0 || walked * perOrder >= rowsPerCall * calls) break;
    const batch = Array.from({ length: count }, () => orders.next().value);
    await walkOrders(sums, batch, worth, walked === 0 || isRepeatFree ? episode.outcome : undefined);
    walked += count;
  }
  return sums.map((sum) => sum / walked);
}

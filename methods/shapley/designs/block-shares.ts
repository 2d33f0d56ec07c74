import { emptyCoalitions, include } from '../../../harness/coalitions.ts';
import type { Access, Episode } from '../../../harness/contract.ts';

/**
 * What one order says from `calls` ≤ n evaluator calls: it is cut into `calls` − 1 blocks of even length, and the agents of
 * a block share its marginal contribution equally. It conserves, and leans towards the equal split, which 2 calls give.
 */
export async function blockShares(
  { agents: { length: agents }, outcome }: Episode,
  worth: Access<'worth'>['worth'],
  order: Uint32Array,
  calls: number,
): Promise<Float64Array> {
  const blocks = calls - 1;
  const endOf = (block: number) => Math.round((block * agents) / blocks);
  const coalitions = emptyCoalitions(agents, blocks);
  for (let block = 1; block < blocks; block++)
    for (let place = 0; place < endOf(block); place++) include(coalitions, block, order[place]!);
  const worths = Float64Array.of(...(await worth(coalitions)), outcome);
  const credit = new Float64Array(agents);
  for (let block = 0; block < blocks; block++) {
    const [start, end] = [endOf(block), endOf(block + 1)];
    const share = (worths[block + 1]! - worths[block]!) / (end - start);
    for (let place = start; place < end; place++) credit[order[place]!] = share;
  }
  return credit;
}

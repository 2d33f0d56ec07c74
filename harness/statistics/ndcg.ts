import { checkPair } from './check-pair.ts';
import { checkCount } from './check-values.ts';
import { compensatedMean } from './compensated-sum.ts';
import { ranksFromBest } from './ranks-from-best.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/**
 * NDCG of the first `depth` places: linear gain, discount 1/log₂(place + 1), divided by the best possible; scores that tie get the
 * average gain of their block at each of its places. In [0, 1]. Järvelin & Kekäläinen (2002), statistics.md §8.
 * @throws RangeError for negative relevance, NaN, infinite or unpaired values
 */
export function ndcg(
  relevance: ArrayLike<number>,
  scores: ArrayLike<number>,
  depth = Math.max(1, relevance.length),
): number | Undefined {
  checkPair(relevance, scores);
  checkCount(depth, 'depth');
  const negative = Array.from(relevance).findIndex((gain) => gain < 0);
  if (negative !== -1) throw new RangeError(`relevance[${negative}] is ${relevance[negative]}; expected at least 0`);
  const best = discounted(Float64Array.from(relevance).sort().reverse(), depth);
  return best === 0 ? undefinedFor('no relevant item') : discounted(gainsInOrder(relevance, scores), depth) / best;
}

/** The gains by place, best score first, every block of ties sharing its average. */
function gainsInOrder(relevance: ArrayLike<number>, scores: ArrayLike<number>): Float64Array {
  const ranks = ranksFromBest(scores);
  const blocks = new Map<number, number[]>();
  for (const [item, rank] of ranks.entries()) {
    const block = blocks.get(rank);
    if (block === undefined) blocks.set(rank, [relevance[item]!]);
    else block.push(relevance[item]!);
  }
  const shared = [...blocks]
    .sort(([a], [b]) => a - b)
    .flatMap(([, block]) => {
      const mean = compensatedMean(block);
      return block.map(() => mean);
    });
  return Float64Array.from(shared);
}

function discounted(gains: Float64Array, depth: number): number {
  return gains.subarray(0, depth).reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);
}

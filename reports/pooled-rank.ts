import { rank } from '../harness/statistics/rank.ts';

/** Pooled pairs as a rank correlation needs them: which instance each belongs to, and its place among the distinct values. */
export type RankedPairs = {
  readonly instance: Uint32Array;
  readonly credit: Uint32Array;
  readonly truth: Uint32Array;
  readonly distinct: readonly [credit: number, truth: number];
};

/** Only order and ties matter to a rank correlation, so values become places once and resamples are counted, not sorted. */
export function rankPairs(
  parts: readonly { readonly credit: readonly number[]; readonly truth: readonly number[] }[],
): RankedPairs {
  const credit = places(parts.flatMap((part) => part.credit));
  const truth = places(parts.flatMap((part) => part.truth));
  const instance = Uint32Array.from(parts.flatMap((part, index) => part.truth.map(() => index)));
  return { instance, credit: credit.of, truth: truth.of, distinct: [credit.distinct, truth.distinct] };
}

/** Spearman's correlation when instance i is there `times[i]` times; NaN where a side is constant, which the caller drops. */
export function spearmanOf(pairs: RankedPairs, times: Uint32Array): number {
  const creditRanks = averageRanks(pairs.credit, pairs, times, pairs.distinct[0]);
  const truthRanks = averageRanks(pairs.truth, pairs, times, pairs.distinct[1]);
  let size = 0;
  for (const owner of pairs.instance) size += times[owner]!;
  const mean = (size + 1) / 2;
  let [cross, ofCredit, ofTruth] = [0, 0, 0];
  for (let pair = 0; pair < pairs.instance.length; pair++) {
    const weight = times[pairs.instance[pair]!]!;
    const [x, y] = [creditRanks[pairs.credit[pair]!]! - mean, truthRanks[pairs.truth[pair]!]! - mean];
    cross += weight * x * y;
    ofCredit += weight * x * x;
    ofTruth += weight * y * y;
  }
  return cross / Math.sqrt(ofCredit * ofTruth);
}

function averageRanks(
  place: Uint32Array,
  { instance }: RankedPairs,
  times: Uint32Array,
  distinct: number,
): Float64Array {
  const counts = new Float64Array(distinct);
  for (let pair = 0; pair < place.length; pair++) counts[place[pair]!]! += times[instance[pair]!]!;
  let below = 0;
  return counts.map((count) => {
    const average = below + (count + 1) / 2;
    below += count;
    return average;
  });
}

function places(values: readonly number[]): { of: Uint32Array; distinct: number } {
  const ranks = rank(values);
  const order = [...new Set(ranks)].toSorted((a, b) => a - b);
  const placeOf = new Map(order.map((value, place) => [value, place]));
  return { of: Uint32Array.from(ranks, (value) => placeOf.get(value)!), distinct: order.length };
}

import { rank } from '../statistics/rank.ts';

/** Credits and truths of one instance, one number per message. */
export type Part = { readonly credit: readonly number[]; readonly truth: readonly number[] };

/** Pooled pairs as a rank correlation needs them: which instance each belongs to, and its place among the distinct values. */
export type RankedPairs = {
  readonly instance: Uint32Array;
  readonly credit: Uint32Array;
  readonly truth: Uint32Array;
  /** Scratch, one number per distinct value: how often it was drawn, then its average rank. */
  readonly creditRanks: Float64Array;
  readonly truthRanks: Float64Array;
};

/** Only order and ties matter to a rank correlation, so values become places once and resamples are counted, not sorted. */
export function rankPairs(parts: readonly Part[]): RankedPairs {
  const credit = places(parts.flatMap((part) => part.credit));
  const truth = places(parts.flatMap((part) => part.truth));
  const instance = Uint32Array.from(parts.flatMap((part, index) => part.truth.map(() => index)));
  return {
    instance,
    credit: credit.of,
    truth: truth.of,
    creditRanks: new Float64Array(credit.distinct),
    truthRanks: new Float64Array(truth.distinct),
  };
}

/** Spearman's correlation when instance i is there `times[i]` times; NaN where a side is constant, which the caller drops. */
export function spearmanOf(pairs: RankedPairs, times: ArrayLike<number>): number {
  const { instance, credit, truth, creditRanks, truthRanks } = pairs;
  const size = rankInto(creditRanks, credit, instance, times);
  rankInto(truthRanks, truth, instance, times);
  const mean = (size + 1) / 2;
  let cross = 0;
  let ofCredit = 0;
  let ofTruth = 0;
  for (let pair = 0; pair < instance.length; pair++) {
    const weight = times[instance[pair]!]!;
    const x = creditRanks[credit[pair]!]! - mean;
    const y = truthRanks[truth[pair]!]! - mean;
    cross += weight * x * y;
    ofCredit += weight * x * x;
    ofTruth += weight * y * y;
  }
  return cross / Math.sqrt(ofCredit * ofTruth);
}

/** Writes the average rank of every distinct value to `ranks`; returns how many values were drawn. */
function rankInto(ranks: Float64Array, place: Uint32Array, instance: Uint32Array, times: ArrayLike<number>): number {
  ranks.fill(0);
  for (let pair = 0; pair < place.length; pair++) ranks[place[pair]!]! += times[instance[pair]!]!;
  let below = 0;
  for (let value = 0; value < ranks.length; value++) {
    const count = ranks[value]!;
    ranks[value] = below + (count + 1) / 2;
    below += count;
  }
  return below;
}

function places(values: readonly number[]): { of: Uint32Array; distinct: number } {
  const ranks = rank(values);
  const order = [...new Set(ranks)].toSorted((a, b) => a - b);
  const placeOf = new Map(order.map((value, place) => [value, place]));
  return { of: Uint32Array.from(ranks, (value) => placeOf.get(value)!), distinct: order.length };
}

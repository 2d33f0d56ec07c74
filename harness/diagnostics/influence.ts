import { type Random, shuffle } from '../random.ts';
import { type ClusteredMean, clusteredMean } from '../statistics/clustered-mean.ts';
import { mean } from '../statistics/mean.ts';
import { mutualInformation } from '../statistics/mutual-information.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { type Bucket, realArms } from './bucket.ts';

/** What influence cannot show; print it beside every influence. */
export const influenceLimits =
  'influence says that the next speaker reacts, not that reacting is right, and does not tell content from style; it is not ' +
  'clipped, so no influence scatters around 0; it needs answer-level symbols and at least two continuations per candidate; ' +
  'the permutation null removes its finite-sample bias where there is no influence, not where there is some: about half ' +
  'is missed at 2 continuations, and tens of them are needed for the second digit';

export type Influence = {
  /** Miller–Madow estimate less the mean of its permutation null, in nats; mean over buckets, clustered by problem. Not clipped. */
  readonly corrected: ClusteredMean;
  readonly plugIn: number;
  readonly millerMadow: number;
  readonly nullMean: number;
  /** P(a permutation has at least this mean estimate) under no influence, (1 + #≥)/(1 + permutations). */
  readonly p: number;
  readonly permutations: number;
  /** Share of the buckets that can show influence. */
  readonly coverage: number;
};

/**
 * I(J; Y | h) between the index of a candidate, uniform over the real arms, and the symbol of the message that follows it.
 * c3.md §10.2; what it cannot show is said in `influenceLimits`.
 */
export function influence(buckets: readonly Bucket[], random: Random, permutations = 1000): Influence | Undefined {
  const tables = buckets.map(tableOf);
  const usable = tables.filter((table): table is Table => !('reason' in table));
  if (usable.length === 0) return tables.find((table) => 'reason' in table) ?? { reason: 'no bucket' };
  const found = usable.map(({ symbols, draws, kinds }) => mutualInformation(symbols, draws, kinds));
  const nullOfMean = new Float64Array(permutations);
  const nullMeans = usable.map(({ symbols, draws, kinds }, bucket) => {
    const shuffled = symbols.slice();
    const stream = random.stream('permutation', bucket);
    let sum = 0;
    for (let permutation = 0; permutation < permutations; permutation++) {
      const { millerMadow } = mutualInformation(shuffle(stream, shuffled), draws, kinds);
      nullOfMean[permutation]! += millerMadow / usable.length;
      sum += millerMadow;
    }
    return sum / permutations;
  });
  const millerMadow = mean(found.map((estimate) => estimate.millerMadow));
  // A permutation that restores the observed table must not miss it by rounding.
  const asLarge = nullOfMean.filter((estimate) => estimate >= millerMadow - 1e-12).length;
  return {
    corrected: clusteredMean(
      found.map((estimate, bucket) => estimate.millerMadow - nullMeans[bucket]!),
      usable.map(({ problem }) => problem),
    ),
    plugIn: mean(found.map(({ plugIn }) => plugIn)),
    millerMadow,
    nullMean: mean(nullMeans),
    p: (1 + asLarge) / (1 + permutations),
    permutations,
    coverage: usable.length / buckets.length,
  };
}

type Table = {
  readonly problem: string;
  readonly symbols: Uint32Array;
  readonly draws: number;
  readonly kinds: number;
};

function tableOf(bucket: Bucket): Table | Undefined {
  const { next } = realArms(bucket);
  if (next === undefined) return { reason: 'next messages were not recorded' };
  const draws = next[0]?.length ?? 0;
  if (next.length < 2) return { reason: 'fewer than two candidates' };
  if (draws < 2) return { reason: 'one next message per candidate shows no influence; expected at least two' };
  const codes = new Map<string, number>();
  const symbols = Uint32Array.from(next.flat(), (symbol) => {
    const code = codes.get(symbol) ?? codes.size;
    codes.set(symbol, code);
    return code;
  });
  if (codes.size === symbols.length)
    return { reason: 'no next message repeats a symbol; expected answer-level symbols' };
  return { problem: bucket.problem, symbols, draws, kinds: codes.size };
}

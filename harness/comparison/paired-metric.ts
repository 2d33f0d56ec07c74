import type { Estimand } from '../contract.ts';
import type { ScoredRow } from '../row.ts';
import { unsureOrder } from '../score.ts';
import { mean } from '../statistics/mean.ts';
import { largestOf } from '../statistics/without-dust.ts';
import { goodnessOf } from './goodness.ts';
import type { RowPair } from './pair-rows.ts';
import type { Part } from './pooled-spearman.ts';
import { pooledValues } from './pooled-values.ts';

/** The metric that pools all messages of a task before it correlates, so that no row holds its value. */
export const pooledMetric = 'spearman-pooled';

/** One metric of two methods on the instances of one task where both have it. */
export type PairedMetric = {
  readonly estimand: Estimand;
  readonly metric: string;
  readonly instances: readonly string[];
  /** Mean of the metric over instances, as it is printed. */
  readonly first: number;
  readonly second: number;
  /** First − second per instance, seeds averaged, above 0 where the first is better. */
  readonly differences: Float64Array;
  /** The largest magnitude behind the differences. */
  readonly scale: number;
  /** The differences are jackknife values of a pooled statistic: they have a mean and a spread, and no signs to test. */
  readonly isPooled: boolean;
  /** Cells where only the first, only the second has a value. */
  readonly lost: number;
  readonly gained: number;
};
/** Why the two cannot be compared by it, and where only one has a value. */
export type Unpaired = Pick<PairedMetric, 'estimand' | 'metric' | 'lost' | 'gained'> & { readonly reason: string };

/** One metric of the pairs of one task, which are in canonical order. Order of pairs beyond that has no effect. */
export function pairMetric(pairs: readonly RowPair[], estimand: Estimand, metric: string): PairedMetric | Unpaired {
  const goodness = goodnessOf(metric);
  const about = { estimand, metric, lost: 0, gained: 0 };
  if (goodness === undefined) return { ...about, reason: `which values of ${metric} are better is not known` };
  return metric === pooledMetric ? pairPooled(pairs, about) : pairMeans(pairs, about, goodness);
}

type About = Pick<PairedMetric, 'estimand' | 'metric' | 'lost' | 'gained'>;

function pairMeans(pairs: readonly RowPair[], about: About, goodness: (value: number) => number) {
  const { estimand, metric } = about;
  const values = new Map<string, { first: number[]; second: number[] }>();
  let reason: string | undefined;
  let [lost, gained] = [0, 0];
  for (const pair of pairs) {
    const [first, second] = [pair.first.scores[estimand]?.[metric], pair.second.scores[estimand]?.[metric]];
    if (typeof first === 'number' && typeof second === 'number') {
      const known = values.get(pair.first.instance) ?? { first: [], second: [] };
      known.first.push(first);
      known.second.push(second);
      values.set(pair.first.instance, known);
      continue;
    }
    if (typeof first === 'number') lost++;
    if (typeof second === 'number') gained++;
    reason ??= [second, first].find((score) => typeof score === 'string');
  }
  const counted = { ...about, lost, gained };
  if (values.size === 0) return { ...counted, reason: reason ?? `no ${metric} against ${estimand}` };
  const first = Float64Array.from(values.values(), (seeds) => mean(seeds.first));
  const second = Float64Array.from(values.values(), (seeds) => mean(seeds.second));
  return {
    ...counted,
    instances: [...values.keys()],
    first: mean(first),
    second: mean(second),
    differences: first.map((value, place) => goodness(value) - goodness(second[place]!)),
    scale: Math.max(largestOf(first), largestOf(second)),
    isPooled: false,
  };
}

function pairPooled(pairs: readonly RowPair[], about: About): PairedMetric | Unpaired {
  const parts = new Map<string, { first: Part[]; second: Part[] }>();
  let reason: string | undefined;
  let [lost, gained] = [0, 0];
  for (const pair of pairs) {
    const [first, second] = [partOf(pair.first), partOf(pair.second)];
    if (typeof first !== 'string' && typeof second !== 'string') {
      const known = parts.get(pair.first.instance) ?? { first: [], second: [] };
      known.first.push(first);
      known.second.push(second);
      parts.set(pair.first.instance, known);
      continue;
    }
    if (typeof first !== 'string') lost++;
    if (typeof second !== 'string') gained++;
    reason ??= [second, first].find((part) => typeof part === 'string');
  }
  const counted = { ...about, lost, gained };
  if (parts.size === 0) return { ...counted, reason: reason ?? 'no messages to pool' };
  const sides = [...parts.values()];
  const first = pooledValues(sides.map((side) => joined(side.first)));
  const second = pooledValues(sides.map((side) => joined(side.second)));
  // A constant credit of the second is something it lost, unless the first had no value either.
  if (typeof first === 'string') return { ...counted, reason: first };
  if (typeof second === 'string') return { ...counted, lost: lost + parts.size, reason: second };
  return {
    ...counted,
    instances: [...parts.keys()],
    first: mean(first),
    second: mean(second),
    differences: first.map((value, place) => value - second[place]!),
    scale: 1,
    isPooled: true,
  };
}

/** What one row adds to the pool, or why it adds nothing. */
function partOf({ credit, truth }: ScoredRow): Part | string {
  if (truth.advantage === undefined) return 'the truth has no advantage';
  if (credit.messages === undefined) return 'the credit has no messages';
  return (
    unsureOrder(truth.advantage, truth.standardErrors?.advantage) ?? {
      credit: credit.messages,
      truth: truth.advantage,
    }
  );
}

function joined(parts: readonly Part[]): Part {
  return { credit: parts.flatMap(({ credit }) => credit), truth: parts.flatMap(({ truth }) => truth) };
}

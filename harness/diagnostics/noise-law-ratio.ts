import { CreditbenchError } from '../errors.ts';
import { mean } from '../statistics/mean.ts';
import { sampleVariance } from '../statistics/sample-variance.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { type Bucket, looCredits, realArms } from './bucket.ts';

export type NoiseLawRatio = {
  /** Measured over predicted replay variance of leave-one-out credit; its expectation is 1. */
  readonly ratio: number;
  /** Of a ratio of means over independent groups, to first order; undefined for one group. */
  readonly standardError: number | string;
  readonly groups: number;
  /** s²: pooled variance of the outcome within a candidate, divisor c − 1. */
  readonly outcomeVariance: number;
};

/**
 * [Var(A¹ − A²)/2] / [s² n²/(B(n − 1))] over two independent collections of the same candidates, B = n·c; the numerator has
 * divisor n because the differences of a group sum to 0. c3.md §5 and §10.2. Groups of different n and c may be mixed.
 */
export function noiseLawRatio(first: readonly Bucket[], second: readonly Bucket[]): NoiseLawRatio | Undefined {
  if (first.length !== second.length)
    throw new CreditbenchError('bad-usage', `${first.length} and ${second.length} buckets; expected as many of both`);
  const groups = first.map((bucket, index) => noiseOf(bucket, second[index]!)).filter((group) => group !== undefined);
  if (groups.length === 0) return { reason: 'no group with two candidates and two replays' };
  const law = mean(groups.map(({ predicted }) => predicted));
  if (law === 0) return { reason: 'replays of one candidate never differ' };
  const ratio = mean(groups.map(({ measured }) => measured)) / law;
  const residuals = groups.map(({ measured, predicted }) => measured - ratio * predicted);
  return {
    ratio,
    standardError: groups.length < 2 ? 'one group' : Math.sqrt(sampleVariance(residuals) / groups.length) / law,
    groups: groups.length,
    outcomeVariance: mean(groups.map(({ outcomeVariance }) => outcomeVariance)),
  };
}

type Noise = { readonly measured: number; readonly predicted: number; readonly outcomeVariance: number };

function noiseOf(first: Bucket, second: Bucket): Noise | undefined {
  const arms = [realArms(first), realArms(second)] as const;
  const [texts, replays] = [arms[0].texts, first.outcomes[0]!.length];
  if (JSON.stringify(texts) !== JSON.stringify(arms[1].texts) || replays !== second.outcomes[0]!.length)
    throw new CreditbenchError(
      'bad-usage',
      `the two collections of problem "${first.problem}" at step ${first.step} differ in candidates or replays; ` +
        'expected the same of both',
    );
  if (texts.length < 2 || replays < 2) return undefined;
  const [before, after] = [looCredits(first), looCredits(second)];
  const outcomeVariance = mean(arms.flatMap(({ outcomes }) => outcomes.map(varianceOf)));
  return {
    measured: mean(before.map((credit, arm) => (credit - after[arm]!) ** 2)) / 2,
    predicted: ((outcomeVariance / replays) * texts.length) / (texts.length - 1),
    outcomeVariance,
  };
}

/** Copies of one value have variance 0, not the rounding residue of their mean. */
function varianceOf(outcomes: Float64Array): number {
  return outcomes.every((outcome) => outcome === outcomes[0]) ? 0 : sampleVariance(outcomes);
}

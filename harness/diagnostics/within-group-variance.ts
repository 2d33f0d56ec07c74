import { mean } from '../statistics/mean.ts';
import { sampleVariance } from '../statistics/sample-variance.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { type Bucket, looCredits, realArms } from './bucket.ts';

export type WithinGroupVariance = {
  /** In squared units of the outcome. */
  readonly value: number;
  readonly groups: number;
  /** Share of groups left out because they have one candidate. */
  readonly excluded: number;
};

/** Mean over groups of the variance (divisor n − 1) of leave-one-out credit between candidates: signal and noise together. c3.md §10.2. */
export function withinGroupVariance(buckets: readonly Bucket[]): WithinGroupVariance | Undefined {
  const groups = buckets.filter((bucket) => realArms(bucket).texts.length > 1);
  if (groups.length === 0) return { reason: 'no group with two candidates' };
  return {
    value: mean(groups.map((bucket) => sampleVariance(looCredits(bucket)))),
    groups: groups.length,
    excluded: 1 - groups.length / buckets.length,
  };
}

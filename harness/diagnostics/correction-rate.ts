import { clusteredMean } from '../statistics/clustered-mean.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { isUndefined } from '../statistics/undefined.ts';
import { wilson } from '../statistics/wilson.ts';
import { type Bucket, realArms } from './bucket.ts';
import { type PairedDifference, pairedDifference } from './paired-difference.ts';

/** One finished run in which the upstream message was wrong, and whether the team was right in the end. */
export type CorrectionTrial = { readonly problem: string; readonly isCorrected: boolean };

export type CorrectionRate = {
  readonly rate: number;
  readonly trials: number;
  readonly problems: number;
  /** Wilson where every trial is a problem of its own, else the standard error clustered by problem. */
  readonly uncertainty:
    | { readonly kind: 'wilson'; readonly low: number; readonly high: number }
    | { readonly kind: 'clustered'; readonly standardError: number | string };
};

/** The trials of a bucket: every replay of a real candidate that `isWrong`, corrected if its outcome is at least `threshold`. */
export function correctionTrials(
  bucket: Bucket,
  isWrong: (text: string) => boolean,
  threshold: number,
): CorrectionTrial[] {
  const { texts, outcomes } = realArms(bucket);
  return texts.flatMap((text, arm) =>
    isWrong(text)
      ? Array.from(outcomes[arm]!, (outcome) => ({ problem: bucket.problem, isCorrected: outcome >= threshold }))
      : [],
  );
}

/** P(the outcome is right | the upstream message is wrong), pooled over trials; c3.md §10.2. */
export function correctionRate(trials: readonly CorrectionTrial[]): CorrectionRate | Undefined {
  const successes = trials.filter(({ isCorrected }) => isCorrected).length;
  const interval = wilson(successes, trials.length);
  if (isUndefined(interval)) return { reason: 'no upstream message was wrong' };
  const { mean, standardError, clusters } = clusteredMean(
    trials.map(({ isCorrected }) => (isCorrected ? 1 : 0)),
    trials.map(({ problem }) => problem),
  );
  return {
    rate: mean,
    trials: trials.length,
    problems: clusters,
    uncertainty: clusters === trials.length ? { kind: 'wilson', ...interval } : { kind: 'clustered', standardError },
  };
}

/** What training changed, second less first: mean over shared problems of the difference of their own rates. */
export function correctionGain(
  before: readonly CorrectionTrial[],
  after: readonly CorrectionTrial[],
): PairedDifference | Undefined {
  const valued = (trials: readonly CorrectionTrial[]) =>
    trials.map(({ problem, isCorrected }) => ({ problem, value: isCorrected ? 1 : 0 }));
  return pairedDifference(valued(before), valued(after));
}

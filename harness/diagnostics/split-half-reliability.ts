import type { Random } from '../random.ts';
import { bootstrapMean } from '../statistics/bootstrap-mean.ts';
import { mean } from '../statistics/mean.ts';
import { spearman } from '../statistics/spearman.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { type Bucket, meanOutcomes, realArms } from './bucket.ts';

export type Reliability = {
  /** Mean ρ over groups of three or more candidates, in [−1, 1], with its 95 % bootstrap interval over groups. */
  readonly rho: { readonly mean: number; readonly interval: Interval } | Undefined;
  readonly pairs: PairAgreement | Undefined;
  readonly groups: number;
  /** Shares of all groups: of two candidates (see `pairs`) or one, with one replay, or with a half in which all tie. */
  readonly dropped: { readonly fewCandidates: number; readonly fewReplays: number; readonly flatHalf: number };
};
/** The groups of two candidates, whose ρ is ±1: share d in which both halves agree, mean ρ = 2d − 1, and the share left out of these. */
export type PairAgreement = {
  readonly agreement: number;
  readonly mean: number;
  readonly groups: number;
  readonly excluded: number;
};
type Interval = { readonly low: number; readonly high: number } | string;

/**
 * Spearman between leave-one-out credit of the even and of the odd replays, c3.md §10.2. Leave-one-out is an increasing affine
 * map within a group, so ρ is taken on the half means themselves.
 */
export function splitHalfReliability(buckets: readonly Bucket[], random: Random, resamples = 2000): Reliability {
  const halves = buckets.map(halvesOf);
  const many = halves.filter(({ candidates }) => candidates > 2);
  const rhos = many.map(rhoOf).filter(isNumber);
  const share = (count: number) => count / buckets.length;
  return {
    rho:
      rhos.length === 0
        ? { reason: 'no group with three candidates, two replays and two halves that differ' }
        : { mean: mean(rhos), interval: bootstrapMean(rhos, random, resamples) },
    pairs: pairAgreement(halves.filter(({ candidates }) => candidates === 2)),
    groups: buckets.length,
    dropped: {
      fewCandidates: share(buckets.length - many.length),
      fewReplays: share(many.filter(({ replays }) => replays < 2).length),
      flatHalf: share(many.filter((group) => group.replays > 1 && rhoOf(group) === undefined).length),
    },
  };
}

function pairAgreement(pairs: readonly Halves[]): PairAgreement | Undefined {
  const rhos = pairs.map(rhoOf).filter(isNumber);
  if (rhos.length === 0) return { reason: 'no group of two candidates whose halves differ' };
  const agreement = mean(rhos.map((rho) => (rho > 0 ? 1 : 0)));
  return { agreement, mean: 2 * agreement - 1, groups: rhos.length, excluded: 1 - rhos.length / pairs.length };
}

type Halves = {
  readonly candidates: number;
  readonly replays: number;
  readonly even: Float64Array;
  readonly odd: Float64Array;
};

function halvesOf(bucket: Bucket): Halves {
  const { outcomes } = realArms(bucket);
  const half = (parity: number) => meanOutcomes(outcomes.map((drawn) => drawn.filter((_, m) => m % 2 === parity)));
  return { candidates: outcomes.length, replays: bucket.outcomes[0]!.length, even: half(0), odd: half(1) };
}

/** Undefined for one replay, and where all candidates of a half tie. */
function rhoOf({ replays, even, odd }: Halves): number | undefined {
  if (replays < 2) return undefined;
  const rho = spearman(even, odd);
  return typeof rho === 'number' ? rho : undefined;
}

function isNumber(rho: number | undefined): rho is number {
  return rho !== undefined;
}

import { CreditbenchError } from '../errors.ts';
import { centred } from '../group-baseline.ts';
import { mean } from '../statistics/mean.ts';

/**
 * A frozen restart state of a problem with its candidates: `outcomes[j]` are the replays of `texts[j]`, `next[j][m]` is the
 * symbol of the message that followed in replay m, and `nullArm` is the candidate that stands for saying nothing. c3.md §10.
 */
export type Bucket = {
  readonly problem: string;
  readonly step: number;
  readonly texts: readonly string[];
  /** As many replays, at least one, of every candidate. */
  readonly outcomes: readonly Float64Array[];
  readonly next?: readonly (readonly string[])[];
  readonly nullArm?: number;
};

/** The candidates drawn from the policy: all but the null arm. @throws CreditbenchError `bad-usage` where the bucket contradicts itself. */
export function realArms(bucket: Bucket): Pick<Bucket, 'texts' | 'outcomes' | 'next'> {
  checkBucket(bucket);
  const { texts, outcomes, next, nullArm } = bucket;
  const isReal = (_: unknown, arm: number) => arm !== nullArm;
  return {
    texts: texts.filter(isReal),
    outcomes: outcomes.filter(isReal),
    ...(next === undefined ? {} : { next: next.filter(isReal) }),
  };
}

/** R̄_j: the mean outcome of every candidate. */
export function meanOutcomes(outcomes: readonly Float64Array[]): Float64Array {
  return Float64Array.from(outcomes, mean);
}

/** Leave-one-out credit of the real candidates, R̄_j less the mean of the others; c3.md §3. */
export function looCredits(bucket: Bucket): Float64Array {
  return centred(meanOutcomes(realArms(bucket).outcomes), 'loo');
}

function checkBucket({ problem, step, texts, outcomes, next, nullArm }: Bucket): void {
  const bad = (message: string) =>
    new CreditbenchError('bad-usage', `bucket of problem "${problem}" at step ${step} ${message}`);
  const replays = outcomes[0]?.length ?? 0;
  if (replays === 0) throw bad('has no replay; expected at least one of every candidate');
  if (outcomes.length !== texts.length) throw bad(`has ${outcomes.length} lists of outcomes for ${texts.length} texts`);
  for (const [arm, drawn] of outcomes.entries()) {
    if (drawn.length !== replays)
      throw bad(`has ${drawn.length} replays of candidate ${arm}; expected ${replays} as of the others`);
    const wrong = drawn.find((outcome) => !Number.isFinite(outcome));
    if (wrong !== undefined) throw bad(`has the outcome ${wrong} of candidate ${arm}; expected a finite number`);
  }
  if (next !== undefined && (next.length !== texts.length || next.some(({ length }) => length !== replays)))
    throw bad(`does not have ${replays} next messages of each of its ${texts.length} candidates`);
  if (nullArm !== undefined && texts[nullArm] === undefined)
    throw bad(`has the null arm ${nullArm}; expected a whole number from 0 to ${texts.length - 1}`);
}

import { CreditbenchError } from '../errors.ts';
import { mean } from '../statistics/mean.ts';
import { type Bucket, meanOutcomes, realArms } from './bucket.ts';

/** What removing the message does at one context, in the unit of the outcome. */
export type AblationBias = {
  readonly problem: string;
  /** mean_{j≠j₀} R̄_j − R̄_{j₀}: what a credit by removal adds to every message alike. */
  readonly bias: number;
  /** δ_q: largest less smallest R̄_j over the real arms, at least 0. */
  readonly spread: number;
  /** R̄_{j₀} of the null arm. */
  readonly nullLevel: number;
};

/** The ablation bias of a bucket with a null arm; c3.md §10.2. @throws CreditbenchError `bad-usage` without null arm or real candidates. */
export function ablationBias(bucket: Bucket): AblationBias {
  const { problem, step, outcomes, nullArm } = bucket;
  const returns = meanOutcomes(realArms(bucket).outcomes);
  if (nullArm === undefined || returns.length === 0)
    throw new CreditbenchError(
      'bad-usage',
      `bucket of problem "${problem}" at step ${step} has ${nullArm === undefined ? 'no null arm' : 'a null arm only'}; ` +
        'expected candidates and a null arm',
    );
  const nullLevel = mean(outcomes[nullArm]!);
  return { problem, bias: mean(returns) - nullLevel, spread: Math.max(...returns) - Math.min(...returns), nullLevel };
}

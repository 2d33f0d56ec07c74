import { CreditbenchError } from '../../harness/errors.ts';

/** A message with the reward a signal gave it; `context` is all that its author had read. */
export type RewardedMessage = {
  readonly instance: string;
  readonly step: number;
  readonly agent: string;
  readonly context: string;
  readonly message: string;
  readonly reward: number;
};

/** The reward. @throws CreditbenchError `bad-credit` where it is not finite: JSON would make it null */
export function finiteReward(instance: string, step: number, reward: number): number {
  if (Number.isFinite(reward)) return reward;
  throw new CreditbenchError(
    'bad-credit',
    `reward of step ${step} is ${reward} (instance "${instance}"); expected a finite number`,
  );
}

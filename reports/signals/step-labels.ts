import { rewardsOf, type Signal } from './signal.ts';
import type { NoRow } from './signal-format.ts';

/** Right or wrong per message, or why an episode has no such labels. */
export type StepLabels =
  | { readonly status: 'labelled'; readonly labels: readonly boolean[] }
  | { readonly status: 'none'; readonly reason: NoRow };

/**
 * Wrong where the reward is below 0, right where it is above. A reward of 0 is right in the record of a failure, where it
 * says "not the error, and not harmful after it"; elsewhere it says neither, and the episode has no labels.
 */
export function stepLabels(signal: Signal): StepLabels {
  const { record } = signal;
  const rewards = rewardsOf(signal);
  if (record?.branch === 'failure' && record.firstError.step === null)
    return { status: 'none', reason: 'undetermined' };
  if (record?.branch !== 'failure' && rewards.includes(0)) return { status: 'none', reason: 'zero-reward' };
  return { status: 'labelled', labels: Array.from(rewards, (reward) => reward >= 0) };
}

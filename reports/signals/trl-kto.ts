import { z } from 'zod';
import { jsonLines } from './json-lines.ts';
import { finiteReward, type RewardedMessage } from './rewarded-message.ts';

/** An unpaired preference in TRL's standard format, as `KTOTrainer` takes it. */
export const ktoRowSchema = z.strictObject({ prompt: z.string(), completion: z.string(), label: z.boolean() });
export type KtoRow = z.output<typeof ktoRowSchema>;

/**
 * One row per message with a reward: desirable above 0, undesirable below; a reward of 0 says neither and makes no row.
 * @throws CreditbenchError `bad-credit` at a reward that is not finite
 */
export function ktoLines(messages: Iterable<RewardedMessage>): Generator<string, void, undefined> {
  return jsonLines(messages, ({ instance, step, context, message, reward }): KtoRow[] => {
    if (finiteReward(instance, step, reward) === 0) return [];
    return [{ prompt: context, completion: message, label: reward > 0 }];
  });
}

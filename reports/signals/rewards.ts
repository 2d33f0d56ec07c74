import { z } from 'zod';
import { jsonLines } from './json-lines.ts';
import { finiteReward, type RewardedMessage } from './rewarded-message.ts';

/** One message with its context and reward, for trainers that take rewards as they are. */
export const rewardRowSchema = z.strictObject({
  instance: z.string(),
  step: z.int().nonnegative(),
  agent: z.string(),
  context: z.string(),
  message: z.string(),
  reward: z.number(),
});
export type RewardRow = z.output<typeof rewardRowSchema>;

/** Every message, those without reward too. @throws CreditbenchError `bad-credit` at a reward that is not finite */
export function rewardLines(messages: Iterable<RewardedMessage>): Generator<string, void, undefined> {
  return jsonLines(messages, ({ instance, step, agent, context, message, reward }): RewardRow[] => [
    { instance, step, agent, context, message, reward: finiteReward(instance, step, reward) },
  ]);
}

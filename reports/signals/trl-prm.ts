import { z } from 'zod';
import { CreditbenchError } from '../../harness/errors.ts';
import { jsonLines } from './json-lines.ts';
import { finiteReward } from './rewarded-message.ts';

/** A stepwise supervision in TRL's format, as `PRMTrainer` takes it: a label per completion. */
export const prmRowSchema = z
  .strictObject({ prompt: z.string(), completions: z.array(z.string()), labels: z.array(z.boolean()) })
  .refine(({ completions, labels }) => completions.length === labels.length, 'expected a label per completion');
export type PrmRow = z.output<typeof prmRowSchema>;

/** A whole transcript with a reward per message. */
export type RewardedEpisode = {
  readonly instance: string;
  readonly problem: string;
  readonly messages: readonly string[];
  readonly rewards: ArrayLike<number>;
};

/**
 * One row per episode with messages; a step is labelled right unless its reward is below 0.
 * @throws CreditbenchError `bad-credit` where there is not one finite reward per message
 */
export function prmLines(episodes: Iterable<RewardedEpisode>): Generator<string, void, undefined> {
  return jsonLines(episodes, ({ instance, problem, messages, rewards }): PrmRow[] => {
    if (rewards.length !== messages.length)
      throw new CreditbenchError(
        'bad-credit',
        `rewards has ${rewards.length} numbers for ${messages.length} messages (instance "${instance}")`,
      );
    if (messages.length === 0) return [];
    const labels = messages.map((_, step) => finiteReward(instance, step, rewards[step]!) >= 0);
    return [{ prompt: problem, completions: [...messages], labels }];
  });
}

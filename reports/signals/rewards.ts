import { z } from 'zod';
import { promptOf } from './prompt-of.ts';
import { rewardsOf } from './signal.ts';
import type { SignalFormat } from './signal-format.ts';

/** One message with all that its author had read, and its reward. */
export const rewardRowSchema = z.strictObject({
  instance: z.string(),
  step: z.int().nonnegative(),
  agent: z.string(),
  context: z.string(),
  message: z.string(),
  reward: z.number(),
});
export type RewardRow = z.output<typeof rewardRowSchema>;

/** Every message with its reward, for trainers that take rewards as they are. */
export const rewards: SignalFormat<RewardRow> = {
  id: 'rewards',
  title: 'a row per message: its context and its reward',
  conversational: 'never',
  schema: rewardRowSchema,
  rows(signal) {
    const { instance, episode } = signal;
    const reward = rewardsOf(signal);
    const rows = episode.messages.map(({ agent, text }, step) => ({
      instance,
      step,
      agent: episode.agents[agent]!.id,
      context: promptOf(episode, step),
      message: text,
      reward: reward[step]!,
    }));
    return { rows, dropped: [] };
  },
};

import { z } from 'zod';
import { chatMessageSchema, chatPromptOf } from './chat-prompt-of.ts';
import { rewardsOf } from './signal.ts';
import type { SignalFormat } from './signal-format.ts';

/** One row of an `RLHFDataset`: a prompt, and for the reward function the logged message and its reward. */
export const verlRowSchema = z.strictObject({
  data_source: z.string(),
  prompt: z.array(chatMessageSchema).min(1),
  ability: z.literal('collaboration'),
  reward_model: z.strictObject({
    style: z.literal('rule'),
    ground_truth: z.string().describe('the message that was said'),
  }),
  extra_info: z.strictObject({
    split: z.literal('train'),
    index: z.int().nonnegative().describe('the number of the row, from 0'),
    instance: z.string(),
    step: z.int().nonnegative(),
    agent: z.string(),
    reward: z.number().describe('the reward of the message that was said'),
  }),
});
export type VerlRow = z.output<typeof verlRowSchema>;

/** A row per message, as verl's `RLHFDataset` takes it once the lines are parquet. */
export const verl: SignalFormat<VerlRow> = {
  id: 'verl',
  title: 'prompts with rewards of what was said, for the RLHFDataset of verl',
  conversational: 'always',
  schema: verlRowSchema,
  rows(signal, { first }) {
    const { source, instance, episode } = signal;
    const reward = rewardsOf(signal);
    const rows = episode.messages.map(
      ({ agent, text }, step): VerlRow => ({
        data_source: `creditbench/${source}`,
        prompt: chatPromptOf(episode, step),
        ability: 'collaboration',
        reward_model: { style: 'rule', ground_truth: text },
        extra_info: {
          split: 'train',
          index: first + step,
          instance,
          step,
          agent: episode.agents[agent]!.id,
          reward: reward[step]!,
        },
      }),
    );
    return { rows, dropped: [] };
  },
};

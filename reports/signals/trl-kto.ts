import { z } from 'zod';
import { chatCompletion, chatMessageSchema, chatPromptOf } from './chat-prompt-of.ts';
import { promptOf } from './prompt-of.ts';
import { rewardsOf } from './signal.ts';
import type { NoRow, SignalFormat } from './signal-format.ts';

/** An unpaired preference, in TRL's standard or conversational format. */
export const ktoRowSchema = z.union([
  z.strictObject({ prompt: z.string(), completion: z.string(), label: z.boolean() }),
  z.strictObject({
    prompt: z.array(chatMessageSchema).min(1),
    completion: z.array(chatMessageSchema).length(1),
    label: z.boolean(),
  }),
]);
export type KtoRow = z.output<typeof ktoRowSchema>;

/** A row per message with a reward, as TRL's `KTOTrainer` takes it: desirable above 0, undesirable below. */
export const trlKto: SignalFormat<KtoRow> = {
  id: 'trl-kto',
  title: 'unpaired preferences for the KTOTrainer of TRL',
  conversational: 'on-request',
  schema: ktoRowSchema,
  rows(signal, { conversational }) {
    const { episode } = signal;
    const rows: KtoRow[] = [];
    const dropped: NoRow[] = [];
    for (const [step, reward] of rewardsOf(signal).entries()) {
      const { text } = episode.messages[step]!;
      const label = reward > 0;
      if (reward === 0) dropped.push('zero-reward');
      else if (conversational)
        rows.push({ prompt: chatPromptOf(episode, step), completion: chatCompletion(text), label });
      else rows.push({ prompt: promptOf(episode, step), completion: text, label });
    }
    return { rows, dropped };
  },
};

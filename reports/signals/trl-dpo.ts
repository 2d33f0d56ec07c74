import { z } from 'zod';
import type { FailureRecord } from '../../harness/signals/audit-record.ts';
import { chatCompletion, chatMessageSchema, chatPromptOf } from './chat-prompt-of.ts';
import { promptOf } from './prompt-of.ts';
import { recordOf } from './signal.ts';
import type { NoRow, SignalFormat } from './signal-format.ts';

/** A preference with an explicit prompt, in TRL's standard or conversational format. */
export const dpoRowSchema = z.union([
  z.strictObject({ prompt: z.string(), chosen: z.string(), rejected: z.string() }),
  z.strictObject({
    prompt: z.array(chatMessageSchema).min(1),
    chosen: z.array(chatMessageSchema).length(1),
    rejected: z.array(chatMessageSchema).length(1),
  }),
]);
export type DpoRow = z.output<typeof dpoRowSchema>;

/** A row per pair of messages at one context, as TRL's `DPOTrainer` takes it. */
export const trlDpo: SignalFormat<DpoRow> = {
  id: 'trl-dpo',
  title: 'preference pairs for the DPOTrainer of TRL',
  conversational: 'on-request',
  schema: dpoRowSchema,
  rows(signal, { conversational }) {
    const record = recordOf(signal, 'trl-dpo');
    if (record.branch === 'success') return { rows: [], dropped: ['success-has-no-pairs'] };
    const { episode } = signal;
    const rows = record.pairs.map(({ step, chosen, rejected }): DpoRow => {
      if (!conversational) return { prompt: promptOf(episode, step), chosen, rejected };
      return {
        prompt: chatPromptOf(episode, step),
        chosen: chatCompletion(chosen),
        rejected: chatCompletion(rejected),
      };
    });
    return { rows, dropped: whyNoPairs(record) };
  },
};

/** The alternatives that made no pair, or why the whole episode made none. */
function whyNoPairs({ firstError, values, pairs, dropped }: FailureRecord): NoRow[] {
  if (firstError.step === null) return ['undetermined'];
  if (values === null) return ['no-values'];
  if (pairs.length === 0 && dropped.length === 0) return ['no-alternatives'];
  return dropped.map(({ reason }) => reason);
}

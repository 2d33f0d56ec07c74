import { z } from 'zod';
import { spoken } from './prompt-of.ts';
import type { SignalFormat } from './signal-format.ts';
import { stepLabels } from './step-labels.ts';

/** A stepwise supervision in TRL's format: a label per completion. */
export const prmRowSchema = z
  .strictObject({
    prompt: z.string(),
    completions: z.array(z.string()).min(1),
    labels: z.array(z.boolean()).min(1).describe('one per completion'),
  })
  .refine(({ completions, labels }) => completions.length === labels.length, 'expected a label per completion');
export type PrmRow = z.output<typeof prmRowSchema>;

/** A row per episode, as TRL's `PRMTrainer` takes it. */
export const trlPrm: SignalFormat<PrmRow> = {
  id: 'trl-prm',
  title: 'stepwise supervision for the PRMTrainer of TRL',
  conversational: 'never',
  schema: prmRowSchema,
  rows(signal) {
    const { episode } = signal;
    const labelled = stepLabels(signal);
    if (labelled.status === 'none') return { rows: [], dropped: [labelled.reason] };
    const completions = episode.messages.map((_, step) => spoken(episode, step));
    return { rows: [{ prompt: episode.problem, completions, labels: [...labelled.labels] }], dropped: [] };
  },
};

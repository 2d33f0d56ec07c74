import { z } from 'zod';
import { spoken } from './prompt-of.ts';
import type { SignalFormat } from './signal-format.ts';
import { stepLabels } from './step-labels.ts';

/** The step token of OpenRLHF's own example. */
export const defaultPlaceholder = 'ки';

/** A transcript with the placeholder after every message, and a reward token per placeholder. */
export const openrlhfRowSchema = z.strictObject({
  input: z.string(),
  value: z
    .array(z.enum(['+', '-']))
    .min(1)
    .describe('one per placeholder in input'),
});
export type OpenrlhfRow = z.output<typeof openrlhfRowSchema>;

/** A row per episode, as `openrlhf.cli.train_prm` takes it with `--input_key input --label_key value --reward_tokens + -`. */
export const openrlhf: SignalFormat<OpenrlhfRow> = {
  id: 'openrlhf',
  title: 'process rewards for train_prm of OpenRLHF',
  conversational: 'never',
  schema: openrlhfRowSchema,
  rows(signal, { placeholder }) {
    const { episode } = signal;
    const labelled = stepLabels(signal);
    if (labelled.status === 'none') return { rows: [], dropped: [labelled.reason] };
    const steps = episode.messages.map((_, step) => spoken(episode, step));
    // One more placeholder than labels would move every label after it to another step.
    if ([episode.problem, ...steps].some((text) => text.includes(placeholder)))
      return { rows: [], dropped: ['placeholder-in-text'] };
    const input = [episode.problem, ...steps.map((step) => `${step} ${placeholder}`)].join('\n');
    return { rows: [{ input, value: labelled.labels.map((right) => (right ? '+' : '-')) }], dropped: [] };
  },
};

import { z } from 'zod';
import type { PreferencePair } from '../../harness/signals/preference-pairs.ts';
import { jsonLines } from './json-lines.ts';

/** A preference in TRL's standard format with an explicit prompt, as `DPOTrainer` takes it. */
export const dpoRowSchema = z.strictObject({ prompt: z.string(), chosen: z.string(), rejected: z.string() });
export type DpoRow = z.output<typeof dpoRowSchema>;

/** One row per pair. */
export function dpoLines(
  pairs: Iterable<Pick<PreferencePair, 'context' | 'chosen' | 'rejected'>>,
): Generator<string, void, undefined> {
  return jsonLines(pairs, ({ context, chosen, rejected }): DpoRow[] => [{ prompt: context, chosen, rejected }]);
}

import { z } from 'zod';
import { canonicalJson, sha256 } from './canonical-json.ts';

/** How far the results of a submission can be believed, the least first. */
export const levels = ['claimed', 'recomputed', 'spot-reproduced', 'reproduced'] as const;
export type Level = (typeof levels)[number];

const digits = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`));
const count = z.int().nonnegative();

/** A submission's name on the board: the head of the hash of its credits. */
export const submissionIdSchema = digits(12);

/** What was run again, and what came of it. */
const verificationSchema = z.strictObject({
  scope: z.enum(['sample', 'all', 'secret']),
  /** Names the random sample, so that the same cells can be drawn again; null where nothing was drawn. */
  draw: digits(32).nullable(),
  compared: count,
  of: count,
  different: count,
  /** Different, but equal to 12 digits: another engine, perhaps. */
  rounding: count,
  /** Why it ended early; null where it did not. */
  stopped: z.string().nullable(),
  node: z.string(),
  v8: z.string(),
});
export type Verification = z.output<typeof verificationSchema>;

const entryShape = {
  index: count,
  /** When, by the keeper's clock. */
  time: z.iso.datetime(),
  action: z.enum(['created', 'added', 'removed', 'rescored', 'verified']),
  submission: submissionIdSchema.nullable(),
  /** The level that the submission has from now on. */
  level: z.enum(levels).nullable(),
  why: z.string().min(1).max(2000),
  /** SHA-256 of every stored file of the submission (of the board, where it is created), by name. */
  digest: z.record(z.string().regex(/^[a-z0-9-]+\.jsonl?$/), digits(64)),
  verification: verificationSchema.nullable(),
  /** The hash of the entry before; null for the first. */
  previous: digits(64).nullable(),
};

export const entrySchema = z.strictObject({ ...entryShape, hash: digits(64) });
export type Entry = z.output<typeof entrySchema>;
export type EntryDraft = Omit<Entry, 'index' | 'previous' | 'hash'>;

/** SHA-256 of an entry without its hash, in canonical JSON. */
export function hashOfEntry({ hash: _, ...entry }: Omit<Entry, 'hash'> & { readonly hash?: string }): string {
  return sha256(canonicalJson(entry));
}

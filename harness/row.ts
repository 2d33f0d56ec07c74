import { z } from 'zod';
import { type DiagnosticRow, diagnosticRowSchema, effortOf } from './diagnostic-row.ts';
import { type EpisodeRow, episodeKey, episodeRowSchema } from './episode-row.ts';

/** The journal's schema: raised when a row of an older journal can no longer be read as one of today. */
export const journalSchema = 1;

const numbers = z.array(z.number());
const count = z.int().nonnegative();

export const estimands = ['shapley', 'banzhaf', 'removal', 'realised', 'advantage', 'first-error'] as const;
export const laws = [
  'efficiency',
  'symmetry',
  'null-player',
  'linearity',
  'boundedness',
  'sign',
  'message-conservation',
  'determinism',
  'budget',
] as const;

const cell = {
  schema: z.literal(journalSchema),
  kind: z.literal('cell'),
  method: z.string(),
  task: z.string(),
  version: z.int(),
  instance: z.string(),
  budget: z.int().positive().nullable(),
  seed: count,
  /** What the answer depends on besides the cell; another code makes the row stale. */
  code: z.string(),
};

const credit = z.strictObject({
  agents: numbers.optional(),
  messages: numbers.optional(),
  firstError: count.nullable().optional(),
  firstErrorAgent: count.optional(),
});

const perEstimand = {
  shapley: numbers.optional(),
  banzhaf: numbers.optional(),
  removal: numbers.optional(),
  realised: numbers.optional(),
  advantage: numbers.optional(),
};
const truth = z.strictObject({
  ...perEstimand,
  /** Of what is sampled; a truth without them is exact. */
  standardErrors: z.strictObject(perEstimand).optional(),
  'first-error': z
    .union([
      z.strictObject({ step: count, agent: count }),
      z.strictObject({ step: z.null(), reason: z.enum(['none', 'undetermined']) }),
    ])
    .optional(),
});

const scored = z.strictObject({
  ...cell,
  status: z.literal('scored'),
  /** Role of every agent, author of every message. */
  roles: z.array(z.string()),
  authors: z.array(count),
  outcome: z.number(),
  credit,
  truth,
  /** Per estimand, per metric: the value, or why there is none. */
  scores: z.partialRecord(z.enum(estimands), z.record(z.string(), z.union([z.number(), z.string()]))),
  spent: z.strictObject({ evaluations: count, messages: count, judgements: count, tokens: count }),
});
const unscored = z.strictObject({ ...cell, status: z.enum(['skipped', 'failed']), reason: z.string() });

const law = z.strictObject({
  schema: z.literal(journalSchema),
  kind: z.literal('law'),
  method: z.string(),
  code: z.string(),
  law: z.enum(laws),
  /** What the method promises. */
  claim: z.enum(['always', 'in-expectation']).nullable(),
  verdict: z.enum(['held', 'violated', 'not-applicable']),
  /** Random games or teams it was tried on. */
  trials: count,
  /** What went wrong on the smallest case found, or why the law does not apply. */
  reason: z.string().optional(),
  /** The smallest game or team found, as the JSON of its file. */
  counterexample: z.unknown().optional(),
});

/** The one schema a row with this kind and status can have, so that its errors are about that row. */
export function rowSchemaFor(value: unknown) {
  const { kind, status } = value as { kind?: unknown; status?: unknown };
  if (kind === 'law') return law;
  if (kind === 'diagnostic') return diagnosticRowSchema;
  if (kind === 'episode') return episodeRowSchema;
  return status === 'scored' ? scored : unscored;
}
/** Any row, as the published schema has it. */
export const rowSchema = z.union([scored, unscored, law, diagnosticRowSchema, episodeRowSchema]);
export type Row = ScoredRow | UnscoredRow | LawRow | DiagnosticRow | EpisodeRow;
export type ScoredRow = z.output<typeof scored>;
export type UnscoredRow = z.output<typeof unscored>;
export type CellRow = ScoredRow | UnscoredRow;
export type LawRow = z.output<typeof law>;

/** Two rows with one key answer the same question; the later one stands. */
export function keyOf(row: Row): string {
  if (row.kind === 'law') return `law|${row.method}|${row.law}`;
  if (row.kind === 'episode') return episodeKey(row);
  return row.kind === 'diagnostic' ? diagnosticKey(row) : cellKey(row);
}

export function diagnosticKey({
  method,
  task,
  version,
  budget,
  effort,
}: Pick<DiagnosticRow, 'method' | 'task' | 'version' | 'budget' | 'effort'>): string {
  return `diagnostic|${JSON.stringify([method, task, version, budget, effortOf(effort)])}`;
}

export function cellKey({
  method,
  task,
  version,
  instance,
  budget,
  seed,
}: Pick<CellRow, 'method' | 'task' | 'version' | 'instance' | 'budget' | 'seed'>): string {
  return JSON.stringify([task, version, instance, budget, seed, method]);
}

/** What a row depends on besides its cell: the code of its method, and of its task where that is another. */
export function codeOf(method: { readonly code: string }, task: { readonly code: string }): string {
  return method.code === task.code ? method.code : `${method.code} on ${task.code}`;
}

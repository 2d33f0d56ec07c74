import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { analysisPlanSchema } from '../../harness/analysis-plan.ts';
import { CreditbenchError } from '../../harness/errors.ts';
import { parseWith, readJson } from '../../harness/files.ts';
import { manifestSchema } from '../../harness/manifest.ts';

const count = z.int().positive();
const { tasks, methods } = manifestSchema.shape.suite.shape;

/** What a submission may be at most; anything beyond is refused before it is parsed. */
const limitsSchema = z.strictObject({
  cardBytes: count,
  manifestBytes: count,
  journalBytes: count,
  lineBytes: count,
  lines: count,
  /** Objects and arrays inside each other. */
  depth: count,
});
export type Limits = z.output<typeof limitsSchema>;

export const usualLimits: Limits = {
  cardBytes: 64 * 1024,
  manifestBytes: 4 * 1024 * 1024,
  journalBytes: 512 * 1024 * 1024,
  lineBytes: 4 * 1024 * 1024,
  lines: 2_000_000,
  depth: 16,
};

/** `board.json`: the suite that every submission is measured on; it never changes. */
export const boardSchema = z.strictObject({
  schema: z.literal(1),
  name: z
    .string()
    .min(1)
    .max(120)
    .regex(/^[^\p{Cc}\p{Bidi_Control}]*$/u),
  /** The release whose tasks these are. */
  creditbench: z.string(),
  suite: z.strictObject({
    tasks,
    /** In every run; the board has its own rows of them. */
    controls: methods,
    budgets: z.array(z.int().positive().nullable()).min(1),
    seeds: count,
    instances: count,
    /** Known to all: anybody can draw the same instances. */
    salt: z.string(),
    /** How ranks are made; fixed with the board. */
    analysis: analysisPlanSchema.prefault({}),
  }),
  /** SHA-256 of the salt that only the keeper has; null where there is none. */
  secret: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  limits: limitsSchema,
});
export type BoardFile = z.output<typeof boardSchema>;

/** The files of a board's folder. */
export function boardFiles(folder: string) {
  return {
    board: join(folder, 'board.json'),
    controls: join(folder, 'controls.jsonl'),
    ledger: join(folder, 'ledger.jsonl'),
    head: join(folder, 'ledger-head.json'),
    submissions: join(folder, 'submissions'),
  };
}

/** @throws CreditbenchError `bad-file` where the folder is no board */
export function readBoard(folder: string): BoardFile {
  const { board } = boardFiles(folder);
  if (!existsSync(board))
    throw new CreditbenchError('bad-file', `${folder}: no board.json; expected a folder made by board init`);
  return parseWith(boardSchema, readJson(board), board);
}

export function textOfBoard(board: BoardFile): string {
  return `${JSON.stringify(board, undefined, 2)}\n`;
}

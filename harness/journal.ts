import {
  appendFileSync,
  closeSync,
  createReadStream,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  truncateSync,
} from 'node:fs';
import { createInterface } from 'node:readline';
import { CreditbenchError } from './errors.ts';
import { parseWith } from './files.ts';
import { journalSchema, keyOf, type Row, rowSchemaFor } from './row.ts';

export const journalName = 'journal.jsonl';

/** Rows of a journal in the order written. @throws CreditbenchError `bad-journal` naming the damaged line. */
export async function* readJournal(path: string): AsyncGenerator<Row> {
  for await (const line of linesOf(path)) yield rowOf(line, path);
}

/** The rows that stand: of every key the latest. Two passes, so that only keys are held; only standing rows are checked. */
export async function* standingRows(path: string): AsyncGenerator<Row> {
  const lastOf = new Map<string, number>();
  for await (const line of linesOf(path)) lastOf.set(keyOf(parsedLine(line, path)), line.number);
  const standing = new Set(lastOf.values());
  lastOf.clear();
  for await (const line of linesOf(path)) if (standing.has(line.number)) yield rowOf(line, path);
}

/** A line of a journal, numbered from 1. */
export type Line = { readonly text: string; readonly number: number };

/** The whole lines of a file; a last one without its line end was being written when the run was killed. */
async function* linesOf(path: string): AsyncGenerator<Line> {
  if (!existsSync(path)) return;
  const isWhole = endsWithNewline(path);
  const texts = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  let before: Line | undefined;
  let number = 0;
  for await (const text of texts) {
    if (before !== undefined) yield before;
    before = { text, number: ++number };
  }
  if (before !== undefined && isWhole) yield before;
}

/** Cuts off a torn last line; true if there was one. */
export function mendJournal(path: string): boolean {
  if (!existsSync(path) || endsWithNewline(path)) return false;
  truncateSync(path, endOfLastLine(path));
  return true;
}

/** Adds rows, all of them on disk when it returns. */
export function appendRows(path: string, rows: readonly Row[]): void {
  if (rows.length === 0) return;
  const file = openSync(path, 'a');
  try {
    appendFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A line as a row, every field checked. @throws CreditbenchError `bad-journal` naming the line */
export function rowOf(line: Line, path: string): Row {
  const value = parsedLine(line, path);
  try {
    return parseWith(rowSchemaFor(value), value, placeOf(line, path));
  } catch (error) {
    throw error instanceof CreditbenchError ? new CreditbenchError('bad-journal', error.message) : error;
  }
}

/** The value of a line that is JSON of our schema; its fields are not checked yet. */
export function parsedLine(line: Line, path: string): Row {
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch {
    const where = placeOf(line, path);
    throw new CreditbenchError('bad-journal', `${where}: not JSON; the journal is damaged before its last line`);
  }
  const { schema } = (value ?? {}) as { schema?: unknown };
  if (schema !== journalSchema)
    throw new CreditbenchError(
      'bad-journal',
      `${placeOf(line, path)}: schema ${JSON.stringify(schema) ?? 'missing'}; this release reads schema ${journalSchema}`,
    );
  // Only its key is read before rowOf has checked the rest.
  return value as Row;
}

function placeOf({ number }: Line, path: string): string {
  return `${path}: line ${number}`;
}

function endsWithNewline(path: string): boolean {
  return withTail(path, 1, (tail, size) => size === 0 || tail[0] === newline);
}

const newline = 10;

/** Bytes up to and including the last line end, looked for from the end of the file in growing steps. */
function endOfLastLine(path: string, bytes = 2 ** 16): number {
  const found = withTail(path, bytes, (tail, size) => {
    const place = tail.lastIndexOf(newline);
    if (place >= 0) return size - tail.length + place + 1;
    return tail.length === size ? 0 : undefined;
  });
  return found ?? endOfLastLine(path, bytes * 4);
}

function withTail<Answer>(path: string, bytes: number, read: (tail: Buffer, size: number) => Answer): Answer {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const tail = Buffer.alloc(Math.min(bytes, size));
    readSync(file, tail, 0, tail.length, size - tail.length);
    return read(tail, size);
  } finally {
    closeSync(file);
  }
}

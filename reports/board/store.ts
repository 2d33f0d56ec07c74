import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { ZodType, z } from 'zod';
import { CreditbenchError } from '../../harness/errors.ts';
import { parseJson, parseWith, reasonOf } from '../../harness/files.ts';
import { type CellRow, rowSchemaFor } from '../../harness/row.ts';
import { boardFiles } from './board-file.ts';
import { sha256 } from './canonical-json.ts';
import type { Entry } from './ledger-entry.ts';

/** Texts by file name, as they lie in the folder of a submission. */
export type Texts = Readonly<Record<string, string>>;

/** SHA-256 by file name, as the ledger has it. */
export function digestsOf(texts: Texts): Entry['digest'] {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, sha256(text)]));
}

/** A file name that says which text it holds, so that a new text never replaces the old one. */
export function namedByContent(stem: string, extension: 'json' | 'jsonl', text: string): string {
  return `${stem}-${sha256(text).slice(0, 16)}.${extension}`;
}

/** The folder of a new submission, all of it at once: a command that is killed leaves nothing that counts. */
export function storeNew(board: string, id: string, texts: Texts): void {
  const { submissions } = boardFiles(board);
  const [folder, fresh] = [join(submissions, id), join(submissions, `new-${id}`)];
  rmSync(fresh, { recursive: true, force: true });
  // A folder that the ledger does not know is the rest of a command that was killed.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  for (const [name, text] of Object.entries(texts)) writeDown(join(fresh, name), text);
  renameSync(fresh, folder);
}

/**
 * More files in the folder of a submission that is there, each in place of the earlier one of its stem, which stays on disk.
 * @returns the digests that the ledger gets
 */
export function storeBeside(board: string, id: string, digest: Entry['digest'], texts: Texts): Entry['digest'] {
  for (const [name, text] of Object.entries(texts)) writeDown(join(boardFiles(board).submissions, id, name), text);
  const stems = Object.keys(texts).map(stemOf);
  const kept = Object.entries(digest).filter(([name]) => !stems.includes(stemOf(name)));
  return { ...Object.fromEntries(kept), ...digestsOf(texts) };
}

function stemOf(name: string): string {
  return name.split('-')[0]!;
}

/** A stored file as the ledger knows it. @throws CreditbenchError `bad-file` where it was changed or is gone */
export function storedText(board: string, id: string, name: string, digest: Entry['digest']): string {
  const shown = `submissions/${id}/${name}`;
  let text: string;
  try {
    text = readFileSync(join(boardFiles(board).submissions, id, name), 'utf8');
  } catch (error) {
    throw new CreditbenchError('bad-file', `${shown}: ${reasonOf(error)}; the ledger has it`);
  }
  if (sha256(text) !== digest[name])
    throw new CreditbenchError('bad-file', `${shown}: was changed after it was written; its hash is not the ledger's`);
  return text;
}

export function storedValue<Schema extends ZodType>(
  board: string,
  id: string,
  name: string,
  digest: Entry['digest'],
  schema: Schema,
): z.output<Schema> {
  const where = `submissions/${id}/${name}`;
  return parseWith(schema, parseJson(storedText(board, id, name, digest), where), where);
}

/** The cells of a text of one row per line. */
export function cellRowsIn(text: string, where: string): CellRow[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line, index) => {
      const place = `${where}: line ${index + 1}`;
      const value = parseJson(line, place);
      const row = parseWith(rowSchemaFor(value), value, place);
      if (row.kind === 'cell') return row;
      throw new CreditbenchError('bad-file', `${place}: is a row of kind "${row.kind}"; expected a cell`);
    });
}

export function textOfRows(rows: readonly CellRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** The name in a digest that starts with a stem: `rows-….jsonl`. @throws CreditbenchError `bad-file` where there is none */
export function nameOf(digest: Entry['digest'], stem: string): string {
  const found = findName(digest, stem);
  if (found !== undefined) return found;
  throw new CreditbenchError('bad-file', `ledger.jsonl: an entry names no file ${stem}-…`);
}

export function findName(digest: Entry['digest'], stem: string): string | undefined {
  return Object.keys(digest).find((name) => name.startsWith(`${stem}-`));
}

/** Folders that no entry of the ledger speaks of: commands that were killed, or somebody's hand. */
export function strayFolders(board: string, known: ReadonlySet<string>): string[] {
  const { submissions } = boardFiles(board);
  return existsSync(submissions) ? readdirSync(submissions).filter((name) => !known.has(name)) : [];
}

function writeDown(path: string, text: string): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

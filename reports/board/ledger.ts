import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { CreditbenchError } from '../../harness/errors.ts';
import { parseJson, parseWith, readJson, readText } from '../../harness/files.ts';
import { mendJournal } from '../../harness/journal.ts';
import { boardFiles } from './board-file.ts';
import { type Entry, type EntryDraft, entrySchema, hashOfEntry } from './ledger-entry.ts';

const headSchema = z.strictObject({ entries: z.int().positive(), hash: z.string() });

/**
 * Every entry of a board's ledger, the chain checked from the first to the last. A last line without its line end was being
 * written when its command was killed, and is no entry. @throws CreditbenchError `bad-file` naming the first entry that does not hold
 */
export function readLedger(folder: string): Entry[] {
  const { ledger, head } = boardFiles(folder);
  const lines = readText(ledger).split('\n').slice(0, -1);
  const entries: Entry[] = [];
  for (const line of lines) {
    const where = `ledger.jsonl: entry ${entries.length}`;
    const entry = parseWith(entrySchema, parseJson(line, where), where);
    const previous = entries.at(-1)?.hash ?? null;
    if (entry.index !== entries.length)
      throw broken(where, `it says it is entry ${entry.index}; an entry was deleted or moved`);
    if (entry.previous !== previous)
      throw broken(where, 'it does not follow the entry before it; one of them was replaced or moved');
    if (entry.hash !== hashOfEntry(entry)) throw broken(where, 'its hash is not that of what it says; it was edited');
    entries.push(entry);
  }
  const known = existsSync(head) ? parseWith(headSchema, readJson(head), head) : undefined;
  if (known !== undefined && entries[known.entries - 1]?.hash !== known.hash)
    throw broken(
      `ledger.jsonl: entry ${known.entries - 1}`,
      `it is not the one that was written; the ledger has ${entries.length} entries, and had ${known.entries}`,
    );
  if (entries.length === 0) throw new CreditbenchError('bad-file', 'ledger.jsonl: no entry; a board has at least one');
  return entries;
}

/** Adds one entry, on disk when it returns. The caller holds the board's lock. */
export function appendEntry(folder: string, draft: EntryDraft): Entry {
  const { ledger } = boardFiles(folder);
  const before = existsSync(ledger) ? readLedger(folder) : [];
  mendJournal(ledger);
  const linked = { ...draft, index: before.length, previous: before.at(-1)?.hash ?? null };
  const entry = { ...linked, hash: hashOfEntry(linked) };
  const file = openSync(ledger, 'a');
  try {
    appendFileSync(file, `${JSON.stringify(entry)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  writeHead(folder, entry);
  return entry;
}

/** Remembers the end of the ledger outside it, so that entries cut off its end are missed. */
function writeHead(folder: string, { index, hash }: Entry): void {
  const { head } = boardFiles(folder);
  writeFileSync(`${head}.new`, `${JSON.stringify({ entries: index + 1, hash })}\n`);
  renameSync(`${head}.new`, head);
}

function broken(where: string, message: string): CreditbenchError {
  return new CreditbenchError('bad-file', `${where}: ${message}`);
}

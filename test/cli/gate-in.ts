import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gateCommand } from '../../harness/cli/gate.ts';
import type { CellRow } from '../../harness/row.ts';
import { commandHere } from './command-here.ts';

/** Writes rows as a journal; the folder is made where it is not there. */
export function writeJournal(cwd: string, file: string, rows: readonly CellRow[]): void {
  mkdirSync(dirname(join(cwd, file)), { recursive: true });
  writeFileSync(join(cwd, file), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

/** `creditbench gate --baseline main.jsonl --candidate mine.jsonl` in a folder. */
export const gate = (cwd: string, ...args: string[]) =>
  commandHere(gateCommand, cwd, '--baseline', 'main.jsonl', '--candidate', 'mine.jsonl', ...args);

/** What it prints as JSON. */
export const gateJson = async (cwd: string, ...args: string[]) => {
  const { code, out } = await gate(cwd, '--json', ...args);
  return { code, report: JSON.parse(out) };
};

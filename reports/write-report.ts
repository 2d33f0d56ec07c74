import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreditbenchError } from '../harness/errors.ts';
import { filesOf, readManifest } from '../harness/folder.ts';
import { counterexampleFiles } from './counterexamples.ts';
import { formats } from './formats/catalog.ts';
import type { Instead } from './start-summary.ts';
import { summariseJournal } from './summarise-journal.ts';
import type { Summary } from './summary.ts';

export type Format = keyof typeof formats;
export const formatNames = Object.keys(formats) as Format[];

/** The summary of a run's folder. @throws CreditbenchError where the folder holds no run or its journal is damaged. */
export async function summariseFolder(folder: string, instead: Instead = {}): Promise<Summary> {
  const manifest = readManifest(folder);
  if (manifest === undefined)
    throw new CreditbenchError('bad-file', `${folder}: no manifest.json; expected the folder of a creditbench run`);
  return summariseJournal(filesOf(folder).journal, manifest, instead);
}

/** The text of every file of a report, by its path inside the report's folder. */
export async function renderReport(summary: Summary, wanted: readonly Format[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const name of wanted) {
    const format = formats[name];
    if ('file' in format) texts.set(format.file, await format.render(summary));
    else for (const [path, text] of await format.renderAll(summary)) texts.set(path, text);
  }
  for (const [path, text] of counterexampleFiles(summary.laws)) texts.set(path, text);
  return texts;
}

/** Writes the report of a run's folder; returns the summary and the path of each format's file or folder. */
export async function writeReport(
  folder: string,
  wanted: readonly Format[] = formatNames,
  out = filesOf(folder).report,
  instead: Instead = {},
): Promise<{ summary: Summary; files: Partial<Record<Format, string>> }> {
  const summary = await summariseFolder(folder, instead);
  for (const [path, text] of await renderReport(summary, wanted)) {
    mkdirSync(join(out, path, '..'), { recursive: true });
    writeFileSync(join(out, path), text);
  }
  return { summary, files: Object.fromEntries(wanted.map((name) => [name, join(out, placeOf(name))])) };
}

function placeOf(name: Format): string {
  const format = formats[name];
  return 'file' in format ? format.file : format.folder;
}

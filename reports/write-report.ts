import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreditbenchError } from '../harness/errors.ts';
import { filesOf, readManifest } from '../harness/folder.ts';
import { standingRows } from '../harness/journal.ts';
import { counterexampleFiles } from './counterexamples.ts';
import { formats } from './formats/catalog.ts';
import { summarise } from './summarise.ts';
import type { Summary } from './summary.ts';

export type Format = keyof typeof formats;
export const formatNames = Object.keys(formats) as Format[];

/** The summary of a run's folder. @throws CreditbenchError where the folder holds no run or its journal is damaged. */
export async function summariseFolder(folder: string): Promise<Summary> {
  const manifest = readManifest(folder);
  if (manifest === undefined)
    throw new CreditbenchError('bad-file', `${folder}: no manifest.json; expected the folder of a creditbench run`);
  return summarise(standingRows(filesOf(folder).journal), manifest);
}

/** The text of every file of a report, by its path inside the report's folder. */
export async function renderReport(summary: Summary, wanted: readonly Format[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const format of wanted) texts.set(formats[format].file, await formats[format].render(summary));
  for (const [path, text] of counterexampleFiles(summary.laws)) texts.set(path, text);
  return texts;
}

/** Writes the report of a run's folder; returns the summary and the path of each format's file. */
export async function writeReport(
  folder: string,
  wanted: readonly Format[] = formatNames,
  out = filesOf(folder).report,
): Promise<{ summary: Summary; files: Partial<Record<Format, string>> }> {
  const summary = await summariseFolder(folder);
  for (const [path, text] of await renderReport(summary, wanted)) {
    mkdirSync(join(out, path, '..'), { recursive: true });
    writeFileSync(join(out, path), text);
  }
  return { summary, files: Object.fromEntries(wanted.map((format) => [format, join(out, formats[format].file)])) };
}

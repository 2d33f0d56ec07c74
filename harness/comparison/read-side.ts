import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CreditbenchError } from '../errors.ts';
import { readManifest } from '../folder.ts';
import { journalName, standingRows } from '../journal.ts';
import type { Manifest } from '../manifest.ts';
import type { CellRow } from '../row.ts';

/** One journal that is compared: its cells by method, and what its run was made of where the file lies in a run's folder. */
export type Side = {
  /** The path as it was given. */
  readonly name: string;
  readonly methods: ReadonlyMap<string, readonly CellRow[]>;
  readonly manifest: Manifest | undefined;
};

/** Reads the standing cells of a journal, or of the one in a run's folder. @throws CreditbenchError `bad-file` where there is none, `bad-journal` where it is damaged */
export async function readSide(path: string): Promise<Side> {
  if (!existsSync(path))
    throw new CreditbenchError('bad-file', `${path}: no such file; expected a journal or a folder with one`);
  const journal = statSync(path).isDirectory() ? join(path, journalName) : path;
  if (!existsSync(journal))
    throw new CreditbenchError(
      'bad-file',
      `${path}: holds no ${journalName}; expected a journal or the folder of a run`,
    );
  const methods = new Map<string, CellRow[]>();
  for await (const row of standingRows(journal)) {
    if (row.kind !== 'cell') continue;
    const rows = methods.get(row.method);
    if (rows === undefined) methods.set(row.method, [row]);
    else rows.push(row);
  }
  // A journal under another name was copied from its folder, and a manifest beside it may be another run's.
  const manifest = basename(journal) === journalName ? readManifest(dirname(journal)) : undefined;
  return { name: path, methods, manifest };
}

/** @throws CreditbenchError `bad-usage` where two journals are known to hold instances of different salts */
export function refuseOtherSalts(first: Side, second: Side): void {
  const [one, other] = [first.manifest?.suite.salt, second.manifest?.suite.salt];
  if (one !== undefined && other !== undefined && one !== other)
    throw new CreditbenchError(
      'bad-usage',
      `${first.name} was run with salt "${one}" and ${second.name} with salt "${other}"; expected instances of the same salt`,
    );
}

/** What a method targets by the manifest, if there is one that names it. */
export function targetsOf({ manifest }: Side, method: string): readonly string[] {
  return manifest?.suite.methods.find(({ name }) => name === method)?.targets ?? [];
}

/** Whether the manifest calls it a control; without a manifest nothing is known to be one. */
export function isControl({ manifest }: Side, method: string): boolean {
  return manifest?.suite.methods.find(({ name }) => name === method)?.control === true;
}

import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CreditbenchError } from '../../harness/errors.ts';
import { parseWith, reasonOf } from '../../harness/files.ts';
import { type Manifest, manifestSchema } from '../../harness/manifest.ts';
import type { Limits } from './board-file.ts';
import { type Card, cardSchema } from './card.ts';
import { parseLimited, readLimited } from './read-limited.ts';

/** What a submission is made of; the journal is read line by line later on. */
export type SubmissionFolder = { readonly card: Card; readonly manifest: Manifest; readonly journal: string };

const files = ['card.json', 'manifest.json', 'journal.jsonl'] as const;
/** What `run` leaves beside them; never read. */
const ignored = 'report';
const archive = /\.(zip|gz|tgz|tar|bz2|xz|zst|7z|rar|br|lz4)$/i;

/** A stranger's folder: its names and sizes are looked at before any of it is read. @throws CreditbenchError `refused`, `bad-file` */
export function openSubmission(folder: string, limits: Limits): SubmissionFolder {
  if (archive.test(folder)) throw refused(`${folder}: is an archive, and the board unpacks nothing; give the folder`);
  for (const name of namesIn(folder)) checkName(folder, name);
  const read = (name: (typeof files)[number], most: number) =>
    parseLimited(readLimited(join(folder, name), name, most), name, limits.depth);
  return {
    card: parseWith(cardSchema, read('card.json', limits.cardBytes), 'card.json'),
    manifest: parseWith(manifestSchema, read('manifest.json', limits.manifestBytes), 'manifest.json'),
    journal: join(folder, 'journal.jsonl'),
  };
}

function namesIn(folder: string): string[] {
  try {
    if (lstatSync(folder).isSymbolicLink()) throw refused(`${folder}: is a symbolic link; give the folder itself`);
    return readdirSync(folder);
  } catch (error) {
    throw error instanceof CreditbenchError ? error : new CreditbenchError('bad-file', `${folder}: ${reasonOf(error)}`);
  }
}

function checkName(folder: string, name: string): void {
  const stat = lstatSync(join(folder, name));
  const shown = JSON.stringify(name);
  if (stat.isSymbolicLink()) throw refused(`${shown} is a symbolic link; a submission holds files only`);
  if (archive.test(name)) throw refused(`${shown} is an archive, and the board unpacks nothing`);
  if (name === ignored && stat.isDirectory()) return;
  if (!files.some((one) => one === name))
    throw refused(`${shown} is no part of a submission; expected ${files.join(', ')} and nothing else`);
  if (!stat.isFile()) throw refused(`${shown} is no plain file`);
}

function refused(message: string): CreditbenchError {
  return new CreditbenchError('refused', message);
}

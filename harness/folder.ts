import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreditbenchError } from './errors.ts';
import { parseWith, readJson, reasonOf } from './files.ts';
import { journalName } from './journal.ts';
import { type Manifest, manifestSchema } from './manifest.ts';

const manifestName = 'manifest.json';
const lockName = 'run.lock';

/** The files of a run's folder. */
export function filesOf(folder: string) {
  return {
    journal: join(folder, journalName),
    manifest: join(folder, manifestName),
    lock: join(folder, lockName),
    report: join(folder, 'report'),
  };
}

/** The manifest of a folder; undefined where there is none. @throws CreditbenchError `bad-file` */
export function readManifest(folder: string): Manifest | undefined {
  const { manifest } = filesOf(folder);
  return existsSync(manifest) ? parseWith(manifestSchema, readJson(manifest), manifest) : undefined;
}

/** Replaces the manifest in one step: a reader sees the old one or the new one. */
export function writeManifest(folder: string, manifest: Manifest): void {
  const { manifest: path } = filesOf(folder);
  writeFileSync(`${path}.new`, `${JSON.stringify(manifest, undefined, 2)}\n`);
  renameSync(`${path}.new`, path);
}

/**
 * Makes the folder and takes it for this process; returns how to give it back. A lock whose process is gone is taken over.
 * @throws CreditbenchError `busy-folder` naming the process that has it.
 */
export function takeFolder(folder: string): () => void {
  const { lock } = filesOf(folder);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new CreditbenchError('bad-usage', `${folder}: ${reasonOf(error)}; expected a folder to write to`);
  }
  try {
    closeSync(openSync(lock, 'wx'));
  } catch {
    const holder = Number(readFileSync(lock, 'utf8'));
    if (isAlive(holder))
      throw new CreditbenchError('busy-folder', `${folder}: process ${holder} is running here; wait for it or stop it`);
  }
  writeFileSync(lock, String(process.pid));
  return () => rmSync(lock, { force: true });
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

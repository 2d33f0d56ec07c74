import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  // A link appears with its content, so nobody ever reads a lock that does not name its process yet.
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    while (!isLinked(own, lock)) {
      const holder = holderOf(lock);
      if (isAlive(holder))
        throw new CreditbenchError(
          'busy-folder',
          `${folder}: process ${holder} is running here; wait for it or stop it`,
        );
      clearStale(lock, `${own}.stale`, holder);
    }
  } finally {
    rmSync(own, { force: true });
  }
  return () => rmSync(lock, { force: true });
}

function isLinked(own: string, lock: string): boolean {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The process a lock names; NaN where the lock is gone by now. */
function holderOf(lock: string): number {
  try {
    return Number.parseInt(readFileSync(lock, 'utf8'), 10);
  } catch {
    return Number.NaN;
  }
}

/** Moves a dead process's lock away: of several that try, one moves it. A lock that somebody took meanwhile goes back. */
function clearStale(lock: string, away: string, holder: number): void {
  try {
    renameSync(lock, away);
  } catch {
    return;
  }
  if (!Object.is(holderOf(away), holder)) isLinked(away, lock);
  rmSync(away, { force: true });
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

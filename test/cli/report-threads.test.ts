import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { readManifest } from '../../harness/folder.ts';
import { packageRoot } from '../../harness/package.ts';
import { temporaryFolder } from '../temporary.ts';
import { run } from './run-in.ts';

// Threads load files of the build; sources in TypeScript are summed up in one thread.
const built = join(packageRoot, 'dist', 'reports', 'summarise-journal.js');

it('creditbench report gives the same for any number of threads', async () => {
  const cwd = temporaryFolder();
  run(cwd, '--methods', 'c3,shapley', '--tasks', 'glove,relay,diamond,unanimity', '--seeds', '2', '--out', 'here');
  const { summariseJournal }: typeof import('../../reports/summarise-journal.ts') = await import(
    pathToFileURL(built).href
  );
  const manifest = readManifest(join(cwd, 'here'))!;
  const withThreads = (threads: number) =>
    summariseJournal(join(cwd, 'here', 'journal.jsonl'), manifest, {}, threads).then((found) => JSON.stringify(found));
  const alone = await withThreads(0);
  expect(alone.length).toBeGreaterThan(10_000);
  expect(await withThreads(1)).toBe(alone);
  expect(await withThreads(3)).toBe(alone);
}, 60_000);

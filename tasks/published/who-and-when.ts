import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Instance, Task } from '../../harness/contract.ts';
import { parseWith, readJson } from '../../harness/files.ts';
import { dataFolder, dataVariable } from './data-folder.ts';
import { instanceOf, recordSchema } from './who-and-when-record.ts';

type Split = 'Algorithm-Generated' | 'Hand-Crafted';

/** Who&When (arXiv 2505.00212, MIT): logs of failed teams with the blamed agent and the decisive step, annotated by people. */
function whoAndWhen(id: string, split: Split): Task {
  const folder = () => dataFolder('who_and_when', join('Who&When', split));
  return {
    id,
    title: `Who&When, ${split} logs`,
    version: 1,
    offers: [],
    truth: 'annotated',
    null: 'none',
    estimands: ['first-error'],
    blame: 'annotated',
    fixed: true,
    unavailable: () =>
      folder() === undefined
        ? 'the Who&When data is not here: clone github.com/ag2ai/Agents_Failure_Attribution at commit f4d2b6d ' +
          `and give its folder with --data DIR or ${dataVariable}`
        : undefined,
    *instances() {
      const root = folder();
      if (root !== undefined) yield* readSplit(join(root, 'Who&When', split));
    },
  };
}

export const whoAndWhenAlgorithmGenerated = whoAndWhen('who-and-when-algorithm-generated', 'Algorithm-Generated');
export const whoAndWhenHandCrafted = whoAndWhen('who-and-when-hand-crafted', 'Hand-Crafted');

/** One instance per log, in the order of their numbers. */
function* readSplit(folder: string): Iterable<Instance> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  files.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  for (const file of files)
    yield instanceOf(file.replace(/\.json$/, ''), parseWith(recordSchema, readJson(join(folder, file)), file));
}

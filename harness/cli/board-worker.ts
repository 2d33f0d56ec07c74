import { readFileSync, writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { AnyMethod } from '../define.ts';
import { parseJson, parseWith } from '../files.ts';
import { loadMethods } from '../load-definitions.ts';
import { digestOf } from '../load-module.ts';
import { methodShape } from '../method-shape.ts';
import { cellsOf } from '../plan.ts';
import { resolveMethod, resolveSuite } from '../resolve-suite.ts';
import { cellKey } from '../row.ts';
import { runOne } from '../run-one.ts';
import { parseSelection, type SelectedMethod, selectMethod } from '../selection.ts';
import { type BoardJob, boardJobSchema, resultsDescriptor } from './board-job.ts';
import { catalogs } from './catalogs.ts';

/** The child process of a verification: runs the cells of its job, one row per line, and knows nothing of the submission's numbers. */
const job = parseWith(boardJobSchema, parseJson(readFileSync(0, 'utf8'), 'job'), 'job');
const suite = await resolveSuite({ methods: [], laws: 0, ...job.suite }, catalogs);
const wanted = job.keys === null ? null : new Set(job.keys);
for (const cell of cellsOf({ ...suite, methods: [await methodOf(job)] })) {
  const { method, task, name, budget, seed } = cell;
  const key = cellKey({
    ...{ method: method.name, task: task.task.id, version: task.task.version },
    ...{ instance: name, budget, seed },
  });
  if (wanted?.has(key) !== false) writeSync(resultsDescriptor, `${JSON.stringify(await runOne(cell, suite.salt))}\n`);
}
// What the method left running is no concern of ours.
process.exit();

async function methodOf({ method: name, file }: BoardJob): Promise<SelectedMethod> {
  if (file === null) return (await resolveMethod(name, catalogs))[0]!;
  const { id, given } = parseSelection(name);
  const found = (await methodsIn(file)).find((method) => method.id === id);
  if (found === undefined) throw new Error(`${file} defines no method "${id}"`);
  return selectMethod(found, given, digestOf(file));
}

/** JavaScript is loaded as it is: what TypeScript is loaded with needs rights that the permission flags take away. */
async function methodsIn(file: string): Promise<readonly AnyMethod[]> {
  if (!/\.m?js$/.test(file)) return loadMethods(file);
  const exported: unknown[] = Object.values(await import(pathToFileURL(file).href)).flat();
  return exported.flatMap((value) => {
    if (typeof value !== 'object' || value === null || !('assign' in value)) return [];
    parseWith(methodShape, value, file);
    // Its shape has just been checked.
    return [value as AnyMethod];
  });
}

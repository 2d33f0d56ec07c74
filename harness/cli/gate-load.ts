import type { Side } from '../comparison/read-side.ts';
import { CreditbenchError } from '../errors.ts';
import { runsOf } from '../manifest.ts';
import type { SelectedTask } from '../plan.ts';
import { isPath, resolveMethod, resolveSuite } from '../resolve-suite.ts';
import { type CellRow, codeOf } from '../row.ts';
import { parseSelection, type SelectedMethod, splitList } from '../selection.ts';
import { catalogs } from './catalogs.ts';

/** What can be run here again, or why it cannot. */
export type Loaded =
  | { readonly method: SelectedMethod; readonly tasks: readonly SelectedTask[] }
  | { readonly reason: string };

/** The method and the tasks behind these rows, from the catalogs or the files that the run was given; only where their code is the one that made the rows. */
export async function loadAgain(side: Side, rows: readonly CellRow[]): Promise<Loaded> {
  const name = rows[0]!.method;
  try {
    const method = await methodNamed(name, side);
    const tasks = await tasksNamed([...new Set(rows.map(({ task }) => task))].toSorted(), side);
    for (const row of rows) {
      const task = tasks.find((one) => one.task.id === row.task)!;
      if (codeOf(method, task) !== row.code || task.task.version !== row.version)
        return { reason: `${name} on ${row.task} was run by code "${row.code}"; here is "${codeOf(method, task)}"` };
    }
    return { method, tasks };
  } catch (error) {
    if (error instanceof CreditbenchError) return { reason: error.message };
    throw error;
  }
}

async function methodNamed(name: string, side: Side): Promise<SelectedMethod> {
  const { id } = parseSelection(name);
  for (const item of catalogs.methods.some((method) => method.id === id) ? [name] : filesOf(side, '--methods')) {
    const found = (await resolveMethod(item, catalogs)).find((method) => method.name === name);
    if (found !== undefined) return found;
  }
  throw new CreditbenchError('unknown-name', `method "${name}" is not in the box, nor in a file the run was given`);
}

async function tasksNamed(names: readonly string[], side: Side): Promise<readonly SelectedTask[]> {
  const own = names.filter((name) => catalogs.tasks.some(({ id }) => id === name));
  const files = own.length < names.length ? filesOf(side, '--tasks') : [];
  const { tasks } = await resolveSuite({ methods: [], tasks: [...own, ...files], budgets: [null], seeds: 1 }, catalogs);
  const missing = names.find((name) => !tasks.some(({ task }) => task.id === name));
  if (missing !== undefined)
    throw new CreditbenchError('unknown-name', `task "${missing}" is not in the box, nor in a file the run was given`);
  return tasks.filter(({ task }) => names.includes(task.id));
}

/** The files among what a flag of the side's runs listed. */
function filesOf({ manifest }: Side, flag: string): string[] {
  if (manifest === undefined) return [];
  const lists = runsOf(manifest).flatMap(({ argv }) => argv.filter((_, place) => argv[place - 1] === flag));
  return [...new Set(lists.flatMap(splitList))].filter((item) => isPath(parseSelection(item).id));
}

import { basename } from 'node:path';
import type { Task } from '../contract.ts';
import type { AnyMethod } from '../define.ts';
import { CreditbenchError } from '../errors.ts';
import { loadMethods, loadTasks } from '../load-definitions.ts';
import { loadModule } from '../load-module.ts';
import { catalogs } from './catalogs.ts';

export type Definitions = { readonly methods: readonly AnyMethod[]; readonly tasks: readonly Task[] };

/** The methods and tasks that a file defines, at least one. @throws CreditbenchError `bad-file` */
export async function definitionsIn(path: string): Promise<Definitions> {
  const task = catalogs.taskOfFile(path);
  if (task !== undefined) return { methods: [], tasks: [task] };
  const exported = Object.values(await loadModule(path)).flat();
  const [hasMethods, hasTasks] = [
    exported.some((value) => has(value, 'assign')),
    exported.some((value) => has(value, 'instances')),
  ];
  if (!hasMethods && !hasTasks)
    throw new CreditbenchError(
      'bad-file',
      `${path}: exports no method and no task; expected export default defineMethod({ … }) or defineTask({ … })`,
    );
  const methods = hasMethods ? await loadMethods(path) : [];
  const tasks = hasTasks ? await loadTasks(path) : [];
  refuseTaken(path, 'method', methods, catalogs.methods);
  refuseTaken(path, 'task', tasks, catalogs.tasks);
  return { methods, tasks };
}

function has(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value;
}

type Named = { readonly id: string };

function refuseTaken(path: string, kind: string, found: readonly Named[], taken: readonly Named[]): void {
  const ids = found.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    throw new CreditbenchError('bad-file', `${basename(path)}: two ${kind}s are called "${twice}"`);
  const own = ids.find((id) => taken.some((one) => one.id === id));
  if (own !== undefined)
    throw new CreditbenchError('bad-file', `${path}: a ${kind} in the box is called "${own}" already`);
}

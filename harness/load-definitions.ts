import { basename } from 'node:path';
import type { Task } from './contract.ts';
import type { AnyMethod } from './define.ts';
import { CreditbenchError } from './errors.ts';
import { parseWith } from './files.ts';
import { loadModule } from './load-module.ts';
import { methodShape, taskShape } from './method-shape.ts';

/** The methods a user's module exports. @throws CreditbenchError naming the file and what is wrong with the method. */
export async function loadMethods(path: string): Promise<AnyMethod[]> {
  const found = (await exportsOf(path)).filter((value) => isObject(value) && 'assign' in value);
  if (found.length === 0) throw nothingIn(path, 'method', 'defineMethod');
  return found.map((value) => checked<AnyMethod>(methodShape, value, path));
}

/** The tasks a user's module exports. */
export async function loadTasks(path: string): Promise<Task[]> {
  const found = (await exportsOf(path)).filter((value) => isObject(value) && 'instances' in value && 'offers' in value);
  if (found.length === 0) throw nothingIn(path, 'task', 'defineTask');
  return found.map((value) => checked<Task>(taskShape, value, path));
}

async function exportsOf(path: string): Promise<unknown[]> {
  const exported = Object.values(await loadModule(path)).flatMap((value) => (Array.isArray(value) ? value : [value]));
  return [...new Set(exported)];
}

/** The value itself, not zod's copy, so that its functions keep their `this`. */
function checked<Definition>(shape: typeof methodShape | typeof taskShape, value: unknown, path: string): Definition {
  const { id } = value as { id?: unknown };
  parseWith(shape, value, `${basename(path)}${typeof id === 'string' ? ` (${id})` : ''}`);
  // The shape has just been checked, and zod cannot check what the functions take and return.
  return value as Definition;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function nothingIn(path: string, kind: string, define: string): CreditbenchError {
  return new CreditbenchError('bad-file', `${path}: exports no ${kind}; expected export default ${define}({ … })`);
}

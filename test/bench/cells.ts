import type { Instance, Task } from '../../harness/contract.ts';
import type { AnyMethod } from '../../harness/define.ts';
import type { Cell } from '../../harness/plan.ts';
import type { SelectedMethod } from '../../harness/selection.ts';
import { shipped } from './shipped.ts';

const { runCell } = await shipped<typeof import('../../harness/cell.ts')>('harness/cell.ts');
const { randomOf } = await shipped<typeof import('../../harness/random.ts')>('harness/random.ts');
const { selectMethod } = await shipped<typeof import('../../harness/selection.ts')>('harness/selection.ts');

export const unlimited = Number.POSITIVE_INFINITY;

export function selected(method: AnyMethod, options: Record<string, string> = {}): SelectedMethod {
  return selectMethod(method, options, 'bench');
}

/** The first instance of a task under seed 0. */
export function firstInstance(task: Task): Instance {
  for (const instance of task.instances(randomOf('bench', task.id))) return instance;
  throw new Error(`task "${task.id}" has no instance`);
}

export function cellOf(method: SelectedMethod, task: Task, instance: Instance, budget: number | null): Cell {
  return { method, task: { task, code: 'bench' }, instance, name: `0/${instance.id}`, budget, seed: 0 };
}

/** One cell of a method on an instance. @throws Error where it is not scored: a refusal is fast and says nothing */
export async function mustScore(
  method: SelectedMethod,
  instance: Instance,
  budget: number,
  random = randomOf('bench'),
) {
  const result = await runCell(method, instance, budget, random);
  if (result.status !== 'scored') throw new Error(`${method.name} was ${result.status}: ${result.reason}`);
  return result;
}

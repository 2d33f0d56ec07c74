import type { Instance, Task } from '../../../harness/contract.ts';
import { type Random, randomOf } from '../../../harness/random.ts';

/** The first `count` instances of a task. */
export function firstInstances(task: Task, count: number, random: Random = randomOf('seed', task.id)): Instance[] {
  const found: Instance[] = [];
  for (const instance of task.instances(random)) {
    found.push(instance);
    if (found.length === count) break;
  }
  return found;
}

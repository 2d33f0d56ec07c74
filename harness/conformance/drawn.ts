import type { Instance, Task } from '../contract.ts';
import type { Random } from '../random.ts';

/** The first `count` instances of a task from a stream, or all of a fixed one. */
export function draw(task: Task, random: Random, count: number, onEach?: (instance: Instance) => unknown): Instance[] {
  const drawn: Instance[] = [];
  for (const instance of task.instances(random)) {
    drawn.push(instance);
    onEach?.(instance);
    if (task.fixed !== true && drawn.length >= count) break;
  }
  return drawn;
}

/** The small ones first, so that the first fault is one of the easiest to read. */
export function smallFirst(instances: readonly Instance[]): Instance[] {
  const size = ({ episode }: Instance) => episode.agents.length + episode.messages.length;
  return instances.toSorted((one, other) => size(one) - size(other));
}

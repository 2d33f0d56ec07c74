import type { Instance, Task } from './contract.ts';
import { randomOf } from './random.ts';
import type { SelectedMethod } from './selection.ts';

/** A task and what its truth depends on besides its version: a release of ours, or the digest of the user's file. */
export type SelectedTask = { readonly task: Task; readonly code: string };

/** A suite whose names have become the things they name. */
export type ResolvedSuite = {
  readonly methods: readonly SelectedMethod[];
  readonly tasks: readonly SelectedTask[];
  readonly budgets: readonly (number | null)[];
  readonly seeds: number;
  readonly instances: number;
  readonly laws: number;
  readonly salt: string;
};

/** One (method, task, instance, budget, seed). Where the task is not available the instance is its reason. */
export type Cell = {
  readonly method: SelectedMethod;
  readonly task: SelectedTask;
  readonly instance: Instance | { readonly id: '*'; readonly unavailable: string };
  /** The instance's name in the journal: one name, one instance. */
  readonly name: string;
  readonly budget: number | null;
  readonly seed: number;
};

/** Every cell of the suite, instance by instance, so that only one is held at a time. */
export function* cellsOf(suite: ResolvedSuite): Generator<Cell> {
  for (const task of suite.tasks)
    for (let seed = 0; seed < suite.seeds; seed++)
      for (const { instance, name } of instancesOf(task.task, seed, suite))
        for (const budget of suite.budgets)
          for (const method of suite.methods) yield { method, task, instance, name, budget, seed };
}

/** How many cells the suite has. Tasks that draw instances are taken to be endless. */
export function countCells(suite: ResolvedSuite): number {
  const perInstance = suite.methods.length * suite.budgets.length;
  const instances = suite.tasks.map(({ task }) => {
    if (task.unavailable?.() !== undefined) return suite.seeds;
    return task.fixed === true ? suite.seeds * [...task.instances(instanceRandom(task, 0, suite))].length : Number.NaN;
  });
  return instances.reduce(
    (sum, count) => sum + perInstance * (Number.isNaN(count) ? suite.seeds * suite.instances : count),
    0,
  );
}

function* instancesOf(
  task: Task,
  seed: number,
  suite: Pick<ResolvedSuite, 'instances' | 'salt'>,
): Generator<Pick<Cell, 'instance' | 'name'>> {
  const unavailable = task.unavailable?.();
  if (unavailable !== undefined) {
    yield { instance: { id: '*', unavailable }, name: '*' };
    return;
  }
  // A fixed task is the same under every seed and is never cut short: a part of a published set is another set.
  const most = task.fixed === true ? Number.POSITIVE_INFINITY : suite.instances;
  let count = 0;
  if (most === 0) return;
  for (const instance of task.instances(instanceRandom(task, seed, suite))) {
    yield { instance, name: task.fixed === true ? instance.id : `${seed}/${instance.id}` };
    if (++count >= most) return;
  }
}

function instanceRandom({ id, version }: Task, seed: number, { salt }: Pick<ResolvedSuite, 'salt'>) {
  return randomOf(salt, id, version, 'instances', seed);
}

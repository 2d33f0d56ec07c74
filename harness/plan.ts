import type { AnalysisPlan } from './analysis-plan.ts';
import type { Claim } from './claim.ts';
import type { Instance, Task } from './contract.ts';
import type { DiagnosticSettings } from './diagnostic-row.ts';
import { CreditbenchError } from './errors.ts';
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
  readonly diagnostics: readonly DiagnosticSettings[];
  readonly claims: readonly Claim[];
  /** Where one was declared. */
  readonly analysis?: AnalysisPlan;
  readonly salt: string;
};

/** One (method, task, instance, budget, seed). Where a task gives no instance, the reason stands in its place. */
export type Cell = {
  readonly method: SelectedMethod;
  readonly task: SelectedTask;
  readonly instance: Instance | NoInstance;
  /** The instance's name in the journal: one name, one instance. */
  readonly name: string;
  readonly budget: number | null;
  readonly seed: number;
};

export type NoInstance = { readonly id: '*'; readonly status: 'skipped' | 'failed'; readonly reason: string };

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
  const perInstance = suite.methods.length * suite.budgets.length * suite.seeds;
  return suite.tasks.reduce((sum, { task }) => {
    const isEndless = task.fixed !== true && task.unavailable?.() === undefined;
    return sum + perInstance * (isEndless ? suite.instances : [...instancesOf(task, 0, suite)].length);
  }, 0);
}

type Named = Pick<Cell, 'instance' | 'name'>;

function* instancesOf(task: Task, seed: number, suite: Pick<ResolvedSuite, 'instances' | 'salt'>): Generator<Named> {
  const unavailable = task.unavailable?.();
  if (unavailable !== undefined) yield noInstance('skipped', unavailable);
  else
    try {
      yield* drawn(task, seed, suite);
    } catch (error) {
      if (error instanceof CreditbenchError) throw error;
      yield noInstance('failed', `drawing its instances threw ${error instanceof Error ? error.message : error}`);
    }
}

function* drawn(task: Task, seed: number, suite: Pick<ResolvedSuite, 'instances' | 'salt'>): Generator<Named> {
  const names = new Set<string>();
  for (const instance of task.instances(instanceRandom(task, seed, suite))) {
    const name = task.fixed === true ? instance.id : `${seed}/${instance.id}`;
    if (names.has(name)) throw new Error(`two instances are called "${name}"`);
    names.add(name);
    yield { instance, name };
    // A fixed task is never cut short: a part of a published set is another set.
    if (task.fixed !== true && names.size >= suite.instances) return;
  }
}

function noInstance(status: NoInstance['status'], reason: string): Named {
  return { instance: { id: '*', status, reason }, name: '*' };
}

/** The first instances of a task under a stream of its own, e.g. for diagnostics. */
export function takeInstances(
  task: Task,
  stream: string,
  { instances, salt }: Pick<ResolvedSuite, 'instances' | 'salt'>,
): Instance[] {
  const taken: Instance[] = [];
  for (const instance of task.instances(instanceRandom(task, stream, { salt }))) {
    if (taken.length >= instances) break;
    taken.push(instance);
  }
  return taken;
}

function instanceRandom({ id, version }: Task, seed: number | string, { salt }: Pick<ResolvedSuite, 'salt'>) {
  return randomOf(salt, id, version, 'instances', seed);
}

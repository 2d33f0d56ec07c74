import type { Instance, Probe } from './contract.ts';
import { type DiagnosticEffort, type DiagnosticRow, effortOf } from './diagnostic-row.ts';
import { bucketLines } from './diagnostics/bucket-lines.ts';
import { creditLines } from './diagnostics/credit-lines.ts';
import { type ResolvedSuite, type SelectedTask, takeInstances } from './plan.ts';
import { randomOf } from './random.ts';
import { codeOf, journalSchema } from './row.ts';
import type { SelectedMethod } from './selection.ts';

/** The diagnostics of one task, or of one method on it within one budget. */
export type Unit = {
  readonly task: SelectedTask;
  readonly method: SelectedMethod | null;
  readonly budget: number | null;
  readonly effort: DiagnosticEffort;
};

const replaying: readonly Probe[] = ['replay', 'sample', 'policy'];

/** Every unit of a suite: the tasks whose contexts can be restored, alone and with every method that is no control. */
export function unitsOf({ tasks, methods, budgets, diagnostics }: ResolvedSuite): Unit[] {
  return diagnostics.flatMap((settings) => {
    const effort = effortOf(settings);
    const wanted = (task: SelectedTask) => settings.tasks?.includes(task.task.id) ?? true;
    const measured = methods.filter(
      ({ name, method }) => method.control !== true && (settings.methods?.includes(name) ?? true),
    );
    return tasks
      .filter((task) => wanted(task) && replaying.every((probe) => task.task.offers.includes(probe)))
      .flatMap((task) => [
        { task, method: null, budget: null, effort },
        ...measured
          .filter(({ method }) => method.needs.every((probe) => task.task.offers.includes(probe)))
          .flatMap((method) => (settings.budgets ?? budgets).map((budget) => ({ task, method, budget, effort }))),
      ]);
  });
}

/** Which row of a journal answers this. */
export function identityOfUnit({ task, method, budget, effort }: Unit) {
  return { method: method?.name ?? null, task: task.task.id, version: task.task.version, budget, effort };
}

export function codeOfUnit({ task, method }: Unit): string {
  return method === null ? task.code : codeOf(method, task);
}

/** Measures one unit. The method is not in the name of its streams, so all meet the same episodes. */
export async function diagnose(unit: Unit, salt: string): Promise<DiagnosticRow> {
  const { task, method, budget, effort } = unit;
  const { id, version } = task.task;
  const instances: Instance[] = takeInstances(task.task, 'diagnostics', { instances: effort.instances, salt });
  const random = randomOf(salt, id, version, 'diagnostics', budget ?? 'unlimited');
  const lines =
    method === null
      ? await bucketLines(instances, effort, random)
      : await creditLines(method, instances, budget ?? Number.POSITIVE_INFINITY, effort, random);
  return { schema: journalSchema, kind: 'diagnostic', ...identityOfUnit(unit), code: codeOfUnit(unit), lines };
}

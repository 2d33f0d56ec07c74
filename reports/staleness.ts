import { type DiagnosticRow, effortOf } from '../harness/diagnostic-row.ts';
import type { Manifest } from '../harness/manifest.ts';
import { codeOf, type Row } from '../harness/row.ts';

/** Whether a row was made by another code, or of another version of its task, than the manifest names. */
export function staleness({ suite }: Pick<Manifest, 'suite'>): (row: Row) => boolean {
  const methods = new Map(suite.methods.map((method) => [method.name, method]));
  const tasks = new Map(suite.tasks.map((task) => [task.id, task]));
  return (row) => {
    if (row.kind === 'law') return methods.get(row.method)?.code !== row.code;
    const task = tasks.get(row.task);
    if (task?.version !== row.version) return true;
    if (row.kind === 'diagnostic' && !isSameEffort(row, suite.diagnostics)) return true;
    if (row.kind === 'episode' || row.method === null) return task.code !== row.code;
    const method = methods.get(row.method);
    return method === undefined || codeOf(method, task) !== row.code;
  };
}

function isSameEffort({ effort }: DiagnosticRow, now: Manifest['suite']['diagnostics']): boolean {
  return now.some((settings) => JSON.stringify(effortOf(effort)) === JSON.stringify(effortOf(settings)));
}

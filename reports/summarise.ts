import type { Manifest } from '../harness/manifest.ts';
import type { Row } from '../harness/row.ts';
import { staleness } from './staleness.ts';
import { type Instead, startSummary } from './start-summary.ts';
import type { Summary } from './summary.ts';
import { resultOf } from './task-result.ts';
import { startTask } from './task-summary.ts';

/** Every number of a report, from the standing rows of a journal (one per key) in any order. */
export async function summarise(
  rows: AsyncIterable<Row> | Iterable<Row>,
  given: Manifest,
  instead: Instead = {},
): Promise<Summary> {
  const summary = startSummary(given, instead);
  const tasks = new Map<string, ReturnType<typeof startTask>>();
  const isStale = staleness(given);
  const of = (task: string) => {
    const known = tasks.get(task) ?? startTask(task, summary.manifest);
    tasks.set(task, known);
    return known;
  };
  for await (const row of rows) {
    if (isStale(row)) summary.addStale();
    else if (row.kind === 'cell') of(row.task).add(row);
    else if (row.kind === 'episode') of(row.task).addEpisode(row);
    else summary.addOther(row);
  }
  for (const [, task] of [...tasks].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    summary.addTask(resultOf(task.finish(), summary.manifest));
  return summary.finish();
}

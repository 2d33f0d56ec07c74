import { type Lines, standingRowsOf } from '../harness/journal-index.ts';
import type { Manifest } from '../harness/manifest.ts';
import { staleness } from './staleness.ts';
import { resultOf, type TaskResult } from './task-result.ts';
import { startTask } from './task-summary.ts';

/** One task of a journal: where its rows lie, and how they are to be read. Plain data. */
export type TaskJob = {
  readonly path: string;
  readonly task: string;
  readonly lines: Lines;
  readonly manifest: Pick<Manifest, 'suite'>;
};

/** What a summary needs of one task, read from the journal; also the whole work of a thread. */
export default function summariseTask({ path, task, lines, manifest }: TaskJob): {
  readonly result: TaskResult;
  readonly stale: number;
} {
  const isStale = staleness(manifest);
  const started = startTask(task, manifest);
  let stale = 0;
  for (const row of standingRowsOf(path, lines))
    if (isStale(row)) stale++;
    else if (row.kind === 'cell') started.add(row);
    else if (row.kind === 'episode') started.addEpisode(row);
  return { result: resultOf(started.finish(), manifest), stale };
}

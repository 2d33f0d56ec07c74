import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { indexJournal, standingRowsOf } from '../harness/journal-index.ts';
import type { Manifest } from '../harness/manifest.ts';
import { staleness } from './staleness.ts';
import { type Instead, startSummary } from './start-summary.ts';
import summariseTask, { type TaskJob } from './summarise-task.ts';
import type { Summary } from './summary.ts';

/** A thread costs a second of its own; below so many rows one is faster. */
const rowsForThreads = 40_000;

/**
 * Every number of a report from a journal of any length: what `summarise` gives, with the rows of one task in memory at a time,
 * or of one task per thread. @param threads 0: this one
 */
export async function summariseJournal(
  path: string,
  given: Manifest,
  instead: Instead = {},
  threads = Number.NaN,
): Promise<Summary> {
  const index = await indexJournal(path);
  const summary = startSummary(given, instead);
  const isStale = staleness(given);
  for (const row of standingRowsOf(path, index.others))
    if (isStale(row)) summary.addStale();
    else if (row.kind === 'law' || row.kind === 'diagnostic') summary.addOther(row);
  const jobs = [...index.tasks]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([task, lines]): TaskJob => ({ path, task, lines, manifest: { suite: summary.manifest.suite } }));
  for await (const { result, stale } of inOrder(jobs, Number.isNaN(threads) ? usualThreads(jobs) : threads)) {
    summary.addStale(stale);
    summary.addTask(result);
  }
  return summary.finish();
}

function usualThreads(jobs: readonly TaskJob[]): number {
  const rows = jobs.reduce((sum, { lines }) => sum + lines.size, 0);
  const threads = Math.min(availableParallelism(), jobs.length);
  return rows < rowsForThreads || threads < 2 ? 0 : threads;
}

/** Of each thread: a long task must not keep the others waiting, and results must not pile up. */
const jobsAhead = 4;

/** The results of jobs in their order. */
async function* inOrder(jobs: readonly TaskJob[], threads: number): AsyncGenerator<ReturnType<typeof summariseTask>> {
  // Sources in TypeScript are no file that a thread could load.
  if (threads === 0 || import.meta.url.endsWith('.ts')) {
    for (const job of jobs) yield summariseTask(job);
    return;
  }
  const pool = new Piscina<TaskJob, ReturnType<typeof summariseTask>>({
    filename: new URL('./summarise-task.js', import.meta.url).href,
    maxThreads: threads,
  });
  try {
    const ahead = jobsAhead * threads;
    const running = jobs.slice(0, ahead).map((job) => pool.run(job));
    for (let place = 0; place < jobs.length; place++) {
      const next = jobs[place + ahead];
      const result = await running[place]!;
      if (next !== undefined) running.push(pool.run(next));
      yield result;
      delete running[place];
    }
  } finally {
    await pool.destroy();
  }
}

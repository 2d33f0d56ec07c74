import { setImmediate } from 'node:timers/promises';
import { describeRun } from './describe-run.ts';
import { CreditbenchError } from './errors.ts';
import { filesOf, readManifest, takeFolder, writeManifest } from './folder.ts';
import { appendRows, mendJournal, readJournal } from './journal.ts';
import { checkLaw } from './laws/check-law.ts';
import type { LawSubjects } from './laws/subject.ts';
import { type Cell, cellsOf, countCells, type ResolvedSuite } from './plan.ts';
import { cellKey, codeOf, keyOf, laws, type Row } from './row.ts';
import { runOne } from './run-one.ts';

export type RunSettings = {
  readonly folder: string;
  /** What random games and teams the laws are measured on. */
  readonly subjects: LawSubjects;
  readonly argv?: readonly string[];
  /** Cells under way at once, in this thread. */
  readonly jobs?: number;
  /** Of n equal parts by cell, run this one (from 1). */
  readonly shard?: { readonly part: number; readonly of: number };
  /** Failed cells are run again; otherwise a failure stays until its method or task changes. */
  readonly retryErrors?: boolean;
  /** Stops after the cells under way. */
  readonly signal?: AbortSignal;
  onProgress?(progress: Progress): void;
  /** A journal that was mended, and other things a user should know. */
  onNote?(note: string): void;
};

export type Progress = {
  readonly done: number;
  readonly total: number;
  /** Cells that were in the journal already. */
  readonly reused: number;
  /** What runs now. */
  readonly now: string;
};

export type RunOutcome = {
  readonly ran: number;
  readonly reused: number;
  readonly scored: number;
  readonly skipped: number;
  readonly failed: number;
  readonly interrupted: boolean;
  /** One line per kind of failure, with how often it happened. */
  readonly failures: readonly { readonly reason: string; readonly cells: number }[];
};

const rowsPerWrite = 64;
const cellsPerBreath = 16;

/** Runs what the folder's journal lacks of the suite: its cells, then the laws of its methods. Nothing is written before everything given was found sound. */
export async function runSuite(suite: ResolvedSuite, settings: RunSettings): Promise<RunOutcome> {
  const { folder, signal, jobs = 1 } = settings;
  const { journal } = filesOf(folder);
  const release = takeFolder(folder);
  const buffer: Row[] = [];
  const flush = () => appendRows(journal, buffer.splice(0));
  try {
    const known = await knownRows(journal);
    const earlier = readManifest(folder);
    refuseOtherSalt(earlier?.suite.salt, suite.salt, folder);
    if (mendJournal(journal)) settings.onNote?.(`${journal}: the last line was torn; its cell runs again`);
    const planned = Math.ceil(countCells(suite) / (settings.shard?.of ?? 1));
    const manifest = describeRun(suite, settings.argv ?? [], new Date().toISOString(), planned, earlier);
    writeManifest(folder, manifest);

    const tally = startTally(planned + suite.methods.length * lawsPerMethod(suite));
    const keep = (row: Head | Row, now: string) => {
      tally.add(row, !('schema' in row));
      if ('schema' in row && buffer.push(row) >= rowsPerWrite) flush();
      settings.onProgress?.(tally.progress(now));
    };

    const cells = cellsOf(suite);
    const next = (): Cell | undefined => {
      if (signal?.aborted) return undefined;
      const { value } = cells.next();
      return value ?? undefined;
    };
    let index = -1;
    const worker = async () => {
      // Cells that never wait would starve signals, timers and the terminal.
      const breathe = everyNth(cellsPerBreath, () => setImmediate());
      for (let cell = next(); cell !== undefined; cell = next()) {
        index++;
        await breathe();
        if (!isInShard(index, settings.shard)) continue;
        const now = `${cell.method.name} on ${cell.task.task.id}`;
        const before = known.get(cellKey(identityOf(cell)));
        if (isStanding(before, codeOf(cell.method, cell.task), settings.retryErrors)) keep(before, now);
        else keep(await runOne(cell, suite.salt), now);
      }
    };
    await Promise.all(Array.from({ length: jobs }, worker));

    if (isInShard(0, settings.shard))
      for (const method of suite.methods)
        for (const law of suite.laws > 0 ? laws : []) {
          await setImmediate();
          if (signal?.aborted) break;
          const before = known.get(`law|${method.name}|${law}`);
          const now = `law ${law} of ${method.name}`;
          if (isStanding(before, method.code)) keep(before, now);
          else keep(await checkLaw(method, law, settings.subjects, suite.laws, suite.salt), now);
        }
    flush();
    if (signal?.aborted !== true) writeManifest(folder, { ...manifest, end: new Date().toISOString() });
    return tally.outcome(signal?.aborted === true);
  } finally {
    flush();
    release();
  }
}

/** Runs `act` on every n-th call. */
function everyNth(n: number, act: () => Promise<unknown>): () => Promise<unknown> | undefined {
  let calls = 0;
  return () => (++calls % n === 0 ? act() : undefined);
}

function lawsPerMethod({ laws: trials }: ResolvedSuite): number {
  return trials > 0 ? laws.length : 0;
}

function identityOf({ method, task, name, budget, seed }: Cell) {
  return { method: method.name, task: task.task.id, version: task.task.version, instance: name, budget, seed };
}

/** What resuming needs to remember of a row: not its credit and truth. */
type Head = { readonly kind: Row['kind']; readonly code: string; readonly status?: Status; readonly failure?: string };
type Status = 'scored' | 'skipped' | 'failed';

function headOf(row: Row): Head {
  if (row.kind === 'law') return { kind: row.kind, code: row.code };
  return {
    kind: row.kind,
    code: row.code,
    status: row.status,
    ...(row.status === 'failed' ? { failure: failureOf(row) } : {}),
  };
}

function failureOf({ method, task, reason }: { method: string; task: string; reason: string }): string {
  return `${method} on ${task}: ${reason}`;
}

/** The latest row of every key. */
async function knownRows(journal: string): Promise<Map<string, Head>> {
  const known = new Map<string, Head>();
  for await (const row of readJournal(journal)) known.set(keyOf(row), headOf(row));
  return known;
}

function isStanding(head: Head | undefined, code: string, retryErrors = false): head is Head {
  return head?.code === code && (head.status !== 'failed' || !retryErrors);
}

function isInShard(index: number, shard: RunSettings['shard']): boolean {
  return shard === undefined || index % shard.of === shard.part - 1;
}

function refuseOtherSalt(before: string | undefined, now: string, folder: string): void {
  if (before !== undefined && before !== now)
    throw new CreditbenchError('bad-usage', `${folder} holds instances of another salt; run into another folder`);
}

function startTally(expected: number) {
  const counts = { scored: 0, skipped: 0, failed: 0 };
  const failures = new Map<string, number>();
  let [ran, reused] = [0, 0];
  return {
    add(row: Head | Row, isReused: boolean) {
      if (isReused) reused++;
      else ran++;
      const { status, failure } = 'schema' in row ? headOf(row) : row;
      if (status !== undefined) counts[status]++;
      if (failure !== undefined) failures.set(failure, (failures.get(failure) ?? 0) + 1);
    },
    progress: (now: string): Progress => ({
      done: ran + reused,
      total: Math.max(Math.ceil(expected), ran + reused),
      reused,
      now,
    }),
    outcome: (interrupted: boolean): RunOutcome => ({
      ran,
      reused,
      ...counts,
      interrupted,
      failures: [...failures].map(([reason, cells]) => ({ reason, cells })),
    }),
  };
}

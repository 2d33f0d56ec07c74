import { setImmediate } from 'node:timers/promises';
import { describeRun } from './describe-run.ts';
import { codeOfUnit, diagnose, identityOfUnit, unitsOf } from './diagnose.ts';
import { type EpisodeRow, episodeKey } from './episode-row.ts';
import { CreditbenchError } from './errors.ts';
import { faultOfEpisode } from './faults.ts';
import { filesOf, readManifest, takeFolder, writeManifest } from './folder.ts';
import { appendRows, mendJournal, readJournal } from './journal.ts';
import { checkLaw } from './laws/check-law.ts';
import type { LawSubjects } from './laws/subject.ts';
import { type Cell, cellsOf, countCells, type ResolvedSuite } from './plan.ts';
import { cellKey, codeOf, diagnosticKey, journalSchema, keyOf, laws, type Row } from './row.ts';
import { runOne } from './run-one.ts';
import { cellsOfEffort, type Head, headOf, type Progress, type RunOutcome, startTally } from './tally.ts';

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

    const units = unitsOf(suite);
    const expected = planned + suite.methods.length * lawsPerMethod(suite);
    const tally = startTally(units.reduce((sum, { effort }) => sum + cellsOfEffort(effort), expected));
    const keep = (row: Head | Row, now: string) => {
      tally.add(row, !('schema' in row), 'effort' in row ? cellsOfEffort(row.effort) : 1);
      if ('schema' in row && buffer.push(row) >= rowsPerWrite) flush();
      settings.onProgress?.(tally.progress(now));
    };

    let described: Cell['instance'] | undefined;
    const describeEpisode = (cell: Cell) => {
      if (cell.instance === described) return;
      described = cell.instance;
      const row = episodeOf(cell);
      if (row === undefined || known.get(episodeKey(row))?.code === row.code) return;
      known.set(episodeKey(row), headOf(row));
      buffer.push(row);
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
        describeEpisode(cell);
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
    if (isInShard(0, settings.shard))
      for (const unit of units) {
        await setImmediate();
        if (signal?.aborted) break;
        const before = known.get(diagnosticKey(identityOfUnit(unit)));
        const now = `diagnostics of ${unit.method?.name ?? 'replays'} on ${unit.task.task.id}`;
        if (isStanding(before, codeOfUnit(unit))) keep(before, now);
        else keep(await diagnose(unit, suite.salt), now);
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

/** What was said in a cell's episode; undefined where nothing was, or where no cell of it is scored. */
function episodeOf({ instance, name, task: { task, code } }: Cell): EpisodeRow | undefined {
  if ('status' in instance || instance.excluded !== undefined || instance.episode.messages.length === 0)
    return undefined;
  if (faultOfEpisode(instance.episode) !== undefined) return undefined;
  const { agents, problem, messages } = instance.episode;
  return {
    schema: journalSchema,
    kind: 'episode',
    task: task.id,
    version: task.version,
    instance: name,
    code,
    problem,
    agents: agents.map(({ id, role }) => ({ id, role })),
    messages: messages.map(({ agent, text }) => ({ agent, text })),
  };
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

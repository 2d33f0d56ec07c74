import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { parseJson, parseWith } from '../files.ts';
import { packageRoot } from '../package.ts';
import { type CellRow, cellKey, rowSchemaFor } from '../row.ts';
import { type BoardJob, resultsDescriptor } from './board-job.ts';

export type ChildLimits = { readonly seconds: number; readonly megabytes: number; readonly outputBytes: number };

export type ChildOutcome = {
  readonly rows: readonly CellRow[];
  /** Why it ended early, as one sentence; null where it ran to its end. */
  readonly stopped: string | null;
};

const watchMs = 100;
const signals = ['SIGINT', 'SIGTERM'] as const;
const worker = fileURLToPath(
  new URL(`./board-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url),
);

/**
 * Runs cells in a process of their own: an empty working folder, an empty environment, no rights to write where Node can take
 * them away, and limits on time, memory and output, whose breach ends the whole process group. A seat belt, not a prison.
 */
export async function runInChild(job: BoardJob, limits: ChildLimits): Promise<ChildOutcome> {
  const cwd = mkdtempSync(join(tmpdir(), 'creditbench-verify-'));
  const data = process.env['CREDITBENCH_DATA'];
  const flags = [...permissionFlags(job.file, data), `--max-old-space-size=${limits.megabytes}`, '--no-warnings'];
  const child = spawn(process.execPath, [...flags, ...(worker.endsWith('.ts') ? ['--import', tsx()] : []), worker], {
    cwd,
    env: data === undefined ? {} : { CREDITBENCH_DATA: data },
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const end = () => {
    killGroup(child);
    rmSync(cwd, { recursive: true, force: true });
  };
  // The child has a process group of its own, which no Ctrl-C reaches.
  const onSignal = (signal: NodeJS.Signals) => {
    end();
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.once(signal, onSignal);
  try {
    return await outcomeOf(child, job, limits);
  } finally {
    for (const signal of signals) process.removeListener(signal, onSignal);
    end();
  }
}

async function outcomeOf(child: ChildProcess, job: BoardJob, limits: ChildLimits): Promise<ChildOutcome> {
  let stopped: string | null = null;
  const stop = (why: string) => {
    stopped ??= why;
    killGroup(child);
  };
  const ended = new Promise<string | null>((done) => {
    child.once('error', (error) => done(`it did not start: ${error.message}`));
    child.once('exit', (code, signal) => done(code === 0 ? null : `it ended with ${signal ?? `code ${code}`}`));
  });
  const clock = setTimeout(() => stop(`it took more than ${limits.seconds} seconds`), limits.seconds * 1000);
  const memory = setInterval(() => {
    if (residentMegabytes(child.pid) > limits.megabytes) stop(`it took more than ${limits.megabytes} MB of memory`);
  }, watchMs);
  try {
    const [input, results] = [child.stdio[0] as Writable, child.stdio[resultsDescriptor] as Readable];
    // A child that is gone before it has read its job says so by its exit.
    input.on('error', () => {});
    input.end(JSON.stringify(job));
    const pieces: Buffer[] = [];
    let bytes = 0;
    const read = new Promise<void>((done) => results.once('close', done));
    results.on('data', (piece: Buffer) => {
      bytes += piece.length;
      if (bytes > limits.outputBytes) stop(`it wrote more than ${limits.outputBytes} bytes`);
      else pieces.push(piece);
    });
    const fault = await ended;
    // What the method started may hold the pipe open.
    killGroup(child);
    await read;
    return readRows(Buffer.concat(pieces).toString('utf8'), stopped ?? fault, job);
  } finally {
    clearTimeout(clock);
    clearInterval(memory);
  }
}

/** Whole lines are rows, one for each cell of the job; a stranger's code may have written others. */
function readRows(text: string, stopped: string | null, { keys }: BoardJob): ChildOutcome {
  const rows = new Map<string, CellRow>();
  const wanted = keys === null ? null : new Set(keys);
  const outcome = (why: string | null) => ({ rows: [...rows.values()], stopped: stopped ?? why });
  for (const line of text.split('\n').slice(0, -1)) {
    const row = cellRowIn(line);
    if (row === undefined) return outcome('it wrote what is no row');
    const key = cellKey(row);
    if (rows.has(key) || wanted?.has(key) === false) return outcome('it wrote a cell that nobody asked for');
    rows.set(key, row);
  }
  return outcome(
    keys !== null && rows.size < keys.length ? `it ended after ${rows.size} of ${keys.length} cells` : null,
  );
}

function cellRowIn(line: string): CellRow | undefined {
  try {
    const value = parseJson(line, 'results');
    const row = parseWith(rowSchemaFor(value), value, 'results');
    return row.kind === 'cell' ? row : undefined;
  } catch {
    return undefined;
  }
}

/** Rights of the child, where this Node can take them away: read our package, its dependencies, the data and the method's folder; write nothing. */
function permissionFlags(file: string | null, data: string | undefined): string[] {
  const flag = ['--permission', '--experimental-permission'].find((one) =>
    process.allowedNodeEnvironmentFlags.has(one),
  );
  const isTypeScript = worker.endsWith('.ts') || (file !== null && !/\.m?js$/.test(file));
  if (flag === undefined || isTypeScript) return [];
  const roots = [...nodeModulesAbove(packageRoot), ...(file === null ? [] : nodeModulesAbove(dirname(file)))];
  const own = [...(data === undefined ? [] : [resolve(data)]), ...(file === null ? [] : [dirname(file)])];
  const places = [packageRoot, ...roots, ...own].flatMap((folder) => [folder + sep, realpathSync(folder) + sep]);
  return [flag, ...[...new Set(places)].map((place) => `--allow-fs-read=${place}`)];
}

function nodeModulesAbove(folder: string): string[] {
  const here = join(folder, 'node_modules');
  const above = dirname(folder) === folder ? [] : nodeModulesAbove(dirname(folder));
  return existsSync(here) ? [here, ...above] : above;
}

function tsx(): string {
  return import.meta.resolve('tsx');
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** Memory of a process in MB, typed arrays included; 0 where the system does not say. */
function residentMegabytes(pid: number | undefined): number {
  try {
    const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
    return (Number(pages) * 4096) / 2 ** 20;
  } catch {
    return 0;
  }
}

import { setImmediate as immediate } from 'node:timers/promises';
import { auditPage } from '../../reports/signals/audit-page.ts';
import { recordOf } from '../../reports/signals/signal.ts';
import type { SignalFormat } from '../../reports/signals/signal-format.ts';
import { CreditbenchError } from '../errors.ts';
import type { SelectedMethod } from '../selection.ts';
import { newFile } from './new-file.ts';
import type { ProgressLine } from './progress.ts';
import type { SignalInput } from './signal-inputs.ts';
import { signalStream } from './signal-stream.ts';
import type { Sink } from './sink.ts';
import { standardOutput } from './standard-output.ts';

/** What `creditbench signals` was asked to write, and where. */
export type SignalJob = {
  readonly inputs: readonly SignalInput[];
  readonly method: SelectedMethod;
  readonly format: SignalFormat;
  readonly conversational: boolean;
  readonly placeholder: string;
  readonly budget: number;
  readonly seed: number;
  /** Standard output where there is none. */
  readonly out: string | undefined;
  readonly audit: string | undefined;
  readonly signal: AbortSignal;
  readonly progress: ProgressLine | undefined;
};

/** What was written: `dropped` counts what made no row, by reason. */
export type SignalSummary = {
  readonly rows: number;
  readonly episodes: number;
  readonly dropped: Readonly<Record<string, number>>;
};
export type SignalOutcome =
  | ({ readonly status: 'written' | 'empty' } & SignalSummary)
  | { readonly status: 'failed'; readonly reason: string }
  | { readonly status: 'interrupted' };

const episodesPerBreath = 16;

/** Writes one episode after the other; files appear whole at the end or not at all. @throws CreditbenchError where the method cannot be run on an input */
export async function writeSignals(job: SignalJob): Promise<SignalOutcome> {
  const sinks: Sink[] = [];
  try {
    const out = job.out === undefined ? standardOutput() : newFile(job.out);
    sinks.push(out);
    const audit = job.audit === undefined ? undefined : newFile(job.audit);
    if (audit !== undefined) sinks.push(audit);
    const outcome = await writeAll(job, out, audit);
    if (outcome.status === 'written') for (const sink of sinks) await sink.keep();
    return outcome;
  } finally {
    for (const sink of sinks) sink.discard();
  }
}

async function writeAll(job: SignalJob, out: Sink, audit: Sink | undefined): Promise<SignalOutcome> {
  const { inputs, method, format, conversational, placeholder, seed } = job;
  const page = audit && auditPage();
  await audit?.write(page!.begin({ method: method.name, inputs: inputs.map(({ name }) => name).join(', '), seed }));
  const total = inputs.reduce((sum, input) => sum + input.episodes, 0);
  const dropped = new Map<string, number>();
  const drop = (reason: string) => dropped.set(reason, (dropped.get(reason) ?? 0) + 1);
  let rows = 0;
  let episodes = 0;
  for await (const made of signalStream(inputs, method, job.budget, seed)) {
    // Episodes that never wait would starve signals and the terminal.
    if (episodes % episodesPerBreath === 0) await immediate();
    if (job.signal.aborted) return { status: 'interrupted' };
    if (!out.isWanted()) break;
    episodes++;
    if (made.status !== 'made') {
      const why = `${method.name} on ${made.name}: ${made.reason}`;
      if (made.status === 'skipped') throw new CreditbenchError('refused', why);
      if (made.status === 'failed') return { status: 'failed', reason: `failed: ${why}` };
      drop(`excluded: ${made.reason}`);
      continue;
    }
    const { signal } = made;
    if (page !== undefined) recordOf(signal, '--audit');
    const written = format.rows(signal, { conversational, placeholder, first: rows });
    for (const reason of written.dropped) drop(reason);
    for (const row of written.rows) await out.write(`${JSON.stringify(row)}\n`);
    rows += written.rows.length;
    await audit?.write(page!.episode(signal));
    job.progress?.show({ done: episodes, total, reused: 0, now: signal.instance });
  }
  const counts = [...dropped].toSorted(([a], [b]) => (a < b ? -1 : 1));
  await audit?.write(page!.end({ episodes, rows, dropped: counts.map(([reason, count]) => ({ reason, count })) }));
  return { status: rows === 0 ? 'empty' : 'written', rows, episodes, dropped: Object.fromEntries(counts) };
}

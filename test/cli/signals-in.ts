import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExitCode } from '../../harness/cli/exit.ts';
import { signalsCommand } from '../../harness/cli/signals.ts';
import { signalFormats } from '../../reports/signals/formats.ts';
import { creditbench } from './creditbench.ts';
import { dyad } from './dyad.ts';

/** A user's log: two messages, a judge who doubts the second, and the runs with agents left out. */
export const log = {
  kind: 'episode',
  agents: [{ id: 'planner', role: 'lead' }, { id: 'coder' }],
  problem: 'Write a parser.',
  messages: [
    { agent: 'planner', text: 'Split it.' },
    { agent: 'coder', text: 'Done.' },
  ],
  outcome: 1,
  range: [0, 1],
  judge: [0.9, 0.4],
  worth: [0, 0.25, 0.5, 1],
};
export const game = { kind: 'game', agents: ['a'], form: 'table', values: [0, 1] };

/** The files of a folder by name. */
export function filled(folder: string, files: Readonly<Record<string, unknown>> = {}): string {
  const all = { 'log.episode.json': log, 'dyad.team.json': dyad, 'my.game.json': game, ...files };
  for (const [name, value] of Object.entries(all))
    writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
  return folder;
}

/** `creditbench signals` in a folder. */
export const signals = (cwd: string, ...args: string[]) => creditbench(['signals', ...args], { cwd });

/** The same in this process, which is quicker; an error is thrown. */
export async function signalsHere(
  cwd: string,
  ...args: string[]
): Promise<{ code: ExitCode | undefined; out: string }> {
  const before = process.cwd();
  const writes = [process.stdout, process.stderr].map((stream) => [stream, stream.write] as const);
  let code: ExitCode | undefined;
  let out = '';
  process.chdir(cwd);
  for (const [stream] of writes)
    stream.write = (text) => {
      if (stream === process.stdout) out += text;
      return true;
    };
  try {
    await signalsCommand((ended) => (code = ended)).parseAsync(args, { from: 'user' });
  } finally {
    for (const [stream, write] of writes) stream.write = write;
    process.chdir(before);
  }
  return { code, out };
}

/** The rows of JSON lines, each checked against the schema of its format. */
export function rowsOf(format: string, text: string): Record<string, unknown>[] {
  const { schema } = signalFormats.find(({ id }) => id === format)!;
  // Every schema is one of objects.
  return lines(text).map((line) => schema.parse(JSON.parse(line)) as Record<string, unknown>);
}

export function lines(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** What a folder holds beyond what `filled` put there. */
export function strangers(folder: string, known: readonly string[] = []): string[] {
  const ours = ['log.episode.json', 'dyad.team.json', 'my.game.json', ...known];
  return readdirSync(folder).filter((name) => !ours.includes(name));
}

export function textOf(...path: string[]): string {
  return existsSync(join(...path)) ? readFileSync(join(...path), 'utf8') : '';
}

import { resolve } from 'node:path';
import { signalFormats } from '../../reports/signals/formats.ts';
import { defaultPlaceholder } from '../../reports/signals/openrlhf.ts';
import type { SignalFormat } from '../../reports/signals/signal-format.ts';
import { CreditbenchError, unknownName } from '../errors.ts';
import { resolveMethod } from '../resolve-suite.ts';
import { splitList } from '../selection.ts';
import { catalogs } from './catalogs.ts';
import { readCount } from './read-number.ts';
import { openSignalInputs } from './signal-inputs.ts';
import type { SignalJob } from './write-signals.ts';

/** The flags of `creditbench signals`, as typed. */
export type SignalFlags = {
  input?: string;
  method?: string;
  format?: string;
  episodes?: string;
  seed: string;
  budget?: string;
  out?: string;
  audit?: string;
  conversational?: true;
  placeholder?: string;
  verify?: string;
  json?: true;
};

/** What the flags ask for, every part of it read and known to be there. @throws CreditbenchError naming the flag or the file */
export async function signalJob(flags: SignalFlags): Promise<Omit<SignalJob, 'signal' | 'progress'>> {
  const { out, audit } = flags;
  const seed = readCount('--seed', flags.seed, 0);
  const budget = flags.budget === undefined ? Number.POSITIVE_INFINITY : readCount('--budget', flags.budget, 1);
  const episodes = flags.episodes === undefined ? undefined : readCount('--episodes', flags.episodes, 1);
  const format = formatNamed(required('--format', flags.format));
  const placeholder = readPlaceholder(flags.placeholder, format);
  if (flags.conversational && format.conversational === 'never')
    throw new CreditbenchError(
      'bad-usage',
      `--conversational: ${format.id} has one form only; trl-dpo and trl-kto have two`,
    );
  if (flags.json && out === undefined)
    throw new CreditbenchError('bad-usage', '--json prints a summary where the rows would be; name a file with --out');
  const list = required('--input', flags.input);
  checkTargets([out, audit], splitList(list));
  const found = await resolveMethod(required('--method', flags.method), catalogs);
  const [method] = found;
  if (method === undefined || found.length > 1)
    throw new CreditbenchError('bad-usage', `${flags.method} defines ${found.length} methods; expected one`);
  const inputs = await openSignalInputs(list, episodes, seed);
  return {
    inputs,
    method,
    format,
    conversational: flags.conversational === true,
    placeholder,
    budget,
    seed,
    out,
    audit,
  };
}

function formatNamed(id: string): SignalFormat {
  const format = signalFormats.find((known) => known.id === id);
  if (format === undefined)
    throw unknownName(
      'format',
      id,
      signalFormats.map((known) => known.id),
    );
  return format;
}

function readPlaceholder(given: string | undefined, { id }: SignalFormat): string {
  if (given === undefined) return defaultPlaceholder;
  if (id !== 'openrlhf') throw new CreditbenchError('bad-usage', `--placeholder goes with openrlhf; ${id} has none`);
  if (given.trim() === '') throw new CreditbenchError('bad-usage', '--placeholder is empty; expected a token');
  return given;
}

/** @throws CreditbenchError `bad-usage` where a file would be written over an input or over another */
function checkTargets(targets: readonly (string | undefined)[], inputs: readonly string[]): void {
  const taken = inputs.map((input) => resolve(input));
  for (const target of targets.filter((one) => one !== undefined)) {
    if (taken.includes(resolve(target)))
      throw new CreditbenchError('bad-usage', `${target} is named twice; expected a file of its own`);
    taken.push(resolve(target));
  }
}

function required(flag: string, value: string | undefined): string {
  if (value !== undefined) return value;
  throw new CreditbenchError('bad-usage', `${flag} is missing; expected --input, --method and --format, or --verify`);
}

import { Command } from 'commander';
import { plural } from '../../reports/number-text.ts';
import { signalFormats } from '../../reports/signals/formats.ts';
import { defaultPlaceholder } from '../../reports/signals/openrlhf.ts';
import { CreditbenchError } from '../errors.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { print, printJson } from './output.ts';
import { progressLine } from './progress.ts';
import { type SignalFlags, signalJob } from './signal-job.ts';
import { verifyRecords } from './verify-records.ts';
import { type SignalJob, type SignalSummary, writeSignals } from './write-signals.ts';

export function signalsCommand(end: (code: ExitCode) => void): Command {
  return new Command('signals')
    .description('training data: rewards and preference pairs')
    .option('--input <list>', 'team files, episode files and ids of tasks: ./my.team.json,word-problems')
    .option('--method <method>', 'an id with options, or a file: evaluation-aligned, c3[fanout=2x4], ./my-method.ts')
    .option('--format <format>', signalFormats.map(({ id }) => id).join(', '))
    .option('--episodes <n>', 'episodes per team or task (default: 16); an episode file is one')
    .option('--seed <n>', 'of the episodes and of the method', '0')
    .option('--budget <n>', 'evaluator calls per episode; no limit where it is not given')
    .option('--out <file>', 'where to write the lines; standard output where it is not given')
    .option('--conversational', 'texts as lists of messages with roles (trl-dpo, trl-kto; verl always)')
    .option(
      '--placeholder <token>',
      `the token of openrlhf that stands for "score this step" (default: ${defaultPlaceholder})`,
    )
    .option('--audit <file>', 'also a page that shows how every signal was made')
    .option('--verify <file>', 'write nothing; recompute every number of audit records')
    .option('--json', 'print the summary as one JSON document; goes with --out or --verify')
    .addHelpText(
      'after',
      '\nExample:\n  npx creditbench signals --input word-problems --method evaluation-aligned --budget 64 --format rewards --out rewards.jsonl\n',
    )
    .action(async (flags: SignalFlags) => end(await signals(flags)));
}

async function signals(flags: SignalFlags): Promise<ExitCode> {
  if (flags.verify !== undefined) {
    const stray = (['input', 'method', 'format', 'out', 'audit'] as const).find((name) => flags[name] !== undefined);
    if (stray !== undefined)
      throw new CreditbenchError('bad-usage', `--${stray} does not go with --verify, which writes nothing`);
    return verifyRecords(flags.verify, flags.json === true);
  }
  const job = await signalJob(flags);
  const interruption = new AbortController();
  const onInterrupt = () => interruption.abort();
  process.once('SIGINT', onInterrupt);
  const progress = flags.out === undefined || flags.json ? undefined : progressLine();
  try {
    const outcome = await writeSignals({ ...job, signal: interruption.signal, progress });
    progress?.end();
    if (outcome.status === 'interrupted') return told('interrupted; nothing was written', exitCode.interrupted);
    if (outcome.status === 'failed') return told(outcome.reason, exitCode.incomplete);
    if (outcome.status === 'empty')
      return told(`no rows, so nothing was written; ${droppedText(outcome)}`, exitCode.incomplete);
    tell(job, outcome, flags.json === true);
    return exitCode.done;
  } finally {
    progress?.end();
    process.removeListener('SIGINT', onInterrupt);
  }
}

function tell(job: Pick<SignalJob, 'format' | 'out' | 'audit'>, summary: SignalSummary, json: boolean): void {
  const { format, out, audit } = job;
  const { rows, episodes, dropped } = summary;
  if (json) {
    printJson({ rows, episodes, dropped, format: format.id, out: out ?? null, audit: audit ?? null });
    return;
  }
  const text = `${plural(rows, 'row')} of ${format.id} from ${plural(episodes, 'episode')}; ${droppedText(summary)}`;
  if (out === undefined) process.stderr.write(`${text}\n`);
  else print([text, out, ...(audit === undefined ? [] : [audit])].join('\n'));
}

function droppedText({ dropped }: SignalSummary): string {
  const counts = Object.entries(dropped).map(([reason, count]) => `${count} ${reason}`);
  return counts.length === 0 ? 'nothing was dropped' : `dropped: ${counts.join(', ')}`;
}

function told(text: string, code: ExitCode): ExitCode {
  process.stderr.write(`creditbench: ${text}\n`);
  return code;
}

import { Command } from 'commander';
import { lawSubjects } from '../../tasks/law-subjects.ts';
import { checkMethod } from '../conformance/check-method.ts';
import { checkTask } from '../conformance/check-task.ts';
import { type Conclusion, conclusionOf, type Finding } from '../conformance/finding.ts';
import { CreditbenchError } from '../errors.ts';
import { digestOf } from '../load-module.ts';
import { parseSelection, selectMethod } from '../selection.ts';
import { type Checked, checkedText } from './check-text.ts';
import { definitionsIn } from './definitions-in.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { print } from './output.ts';
import { printableJson } from './printable.ts';
import { progressLine } from './progress.ts';
import { readCount } from './read-number.ts';

type Flags = { trials?: string; draws: string; salt: string; json?: true };

const trialsOfMethod = 100;
const trialsOfTask = 16;
/** What takes less needs no progress. */
const secondsUnseen = 2;

export function checkCommand(end: (code: ExitCode) => void): Command {
  return new Command('check')
    .description('whether your method or task keeps what it must and what it promises')
    .argument(
      '<file>',
      'a module that exports methods or tasks, with options: ./my-method.ts[fanout=2]; or a game or team file',
    )
    .option(
      '--trials <n>',
      `random games and teams per check of a method (${trialsOfMethod}), instances of a task (${trialsOfTask})`,
    )
    .option(
      '--draws <n>',
      "per number that a task's sampled probes are held against its truth with; 0 leaves that out",
      '256',
    )
    .option('--salt <text>', 'names the random cases; another one draws others', 'creditbench')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  npx creditbench check ./my-method.ts\n')
    .action(async (file: string, flags: Flags) => end(await check(file, flags)));
}

async function check(selection: string, flags: Flags): Promise<ExitCode> {
  const trials = flags.trials === undefined ? undefined : readCount('--trials', flags.trials, 1);
  const draws = readCount('--draws', flags.draws, 0);
  const { id: file, given } = parseSelection(selection);
  const { methods, tasks } = await definitionsIn(file);
  if (methods.length === 0 && Object.keys(given).length > 0)
    throw new CreditbenchError('bad-usage', `${file} defines a task, which has no options`);
  const selected = methods.map((method) => selectMethod(method, given, digestOf(file)));

  const line = flags.json ? undefined : progressLine();
  const started = performance.now();
  const settings = {
    salt: flags.salt,
    onProgress: (done: number, total: number, now: string) => {
      if (performance.now() - started > secondsUnseen * 1000) line?.show({ done, total, reused: 0, now });
    },
  };
  const checked: Checked[] = [];
  try {
    for (const one of selected) {
      const findings = await checkMethod(one, lawSubjects, { ...settings, trials: trials ?? trialsOfMethod });
      checked.push({ kind: 'method', name: one.name, ...concluded(findings) });
    }
    for (const task of tasks) {
      const findings = await checkTask(task, { ...settings, draws, trials: trials ?? trialsOfTask });
      checked.push({ kind: 'task', name: task.id, ...concluded(findings) });
    }
  } finally {
    line?.end();
  }
  if (flags.json) print(printableJson({ file, checked }));
  else print(checked.map((one) => checkedText(one, selection)).join('\n\n'));
  return codeOf(checked.map(({ conclusion }) => conclusion));
}

function concluded(findings: readonly Finding[]): { findings: readonly Finding[]; conclusion: Conclusion } {
  return { conclusion: conclusionOf(findings), findings };
}

function codeOf(conclusions: readonly Conclusion[]): ExitCode {
  if (conclusions.includes('broken')) return exitCode.regression;
  return conclusions.includes('unknown') ? exitCode.incomplete : exitCode.done;
}

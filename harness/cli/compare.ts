import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import { usualPlan } from '../analysis-plan.ts';
import { compareMethods, type MethodPair } from '../comparison/compare-methods.ts';
import { requireMetric } from '../comparison/margins.ts';
import { methodRows } from '../comparison/method-rows.ts';
import { isControl, readSide, refuseOtherSalts, type Side, targetsOf } from '../comparison/read-side.ts';
import { CreditbenchError } from '../errors.ts';
import { isPath } from '../resolve-suite.ts';
import { splitList } from '../selection.ts';
import { type CompareReport, compareMarkdown, compareText } from './compare-text.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { print } from './output.ts';
import { printableJson } from './printable.ts';

type Flags = { in: string; methods?: string; metrics?: string; format: 'text' | 'markdown'; json?: true };

export function compareCommand(end: (code: ExitCode) => void): Command {
  return new Command('compare')
    .description('two methods of one run, or the methods that two journals share, on the same instances')
    .argument('<a>', 'a journal, the folder of a run, or a method of the run in --in: c3[fanout=2x4]')
    .argument('<b>', 'another of the same kind')
    .option('--in <dir>', 'the run that holds both methods', 'creditbench-run')
    .option('--methods <list>', 'of two journals: only these methods')
    .option('--metrics <list>', 'metrics beside the one that ranks: mse,sign-accuracy')
    .addOption(new Option('--format <kind>', 'what is printed').choices(['text', 'markdown']).default('text'))
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Exit code: 0 whatever the result, 2 bad input, 3 nothing could be paired.

Example:
  npx creditbench compare c3 rloo --in my-run
  npx creditbench compare before/journal.jsonl after/journal.jsonl --metrics mse
`,
    )
    .action(async (a: string, b: string, flags: Flags) => end(await compare(a, b, flags)));
}

async function compare(a: string, b: string, flags: Flags): Promise<ExitCode> {
  const metrics = (flags.metrics === undefined ? [] : splitList(flags.metrics)).map((name) =>
    requireMetric('--metrics', name),
  );
  const { sides, pairs } = await (isJournal(a, b) ? pairsOfJournals(a, b, flags) : pairsInRun(a, b, flags));
  const plan = sides[0].manifest?.suite.analysis ?? sides[1].manifest?.suite.analysis ?? usualPlan;
  const names = { first: sides[0].name, second: sides[1].name };
  const found = pairs.map((pair) => compareMethods(pair, { plan, metrics, names }));
  const report: CompareReport = {
    first: a,
    second: b,
    alpha: plan.alpha,
    level: plan.level,
    power: plan.power,
    test: plan.test,
    zeros: plan.zeros,
    comparisons: found.flatMap(({ comparisons }) => comparisons),
    uncompared: found.flatMap(({ uncompared }) => uncompared),
  };
  if (flags.json) print(printableJson(report));
  else print(flags.format === 'markdown' ? compareMarkdown(report) : compareText(report));
  return report.comparisons.length === 0 ? exitCode.incomplete : exitCode.done;
}

type Found = { readonly sides: readonly [Side, Side]; readonly pairs: readonly MethodPair[] };

/** @throws CreditbenchError `bad-usage` where one is a file and the other is not */
function isJournal(a: string, b: string): boolean {
  const [first, second] = [a, b].map((name) => existsSync(name) || isPath(name) || name.endsWith('.jsonl'));
  if (first !== second)
    throw new CreditbenchError('bad-usage', `"${a}" and "${b}"; expected two journals, or two methods of one run`);
  return first === true;
}

async function pairsOfJournals(a: string, b: string, { methods }: Flags): Promise<Found> {
  const [first, second] = [await readSide(a), await readSide(b)];
  refuseOtherSalts(first, second);
  const names =
    methods === undefined
      ? [...first.methods.keys()].filter((name) => second.methods.has(name) && !isControl(first, name))
      : splitList(methods).map((typed) => methodRows(second, methodRows(first, typed).name).name);
  const pairs = names.toSorted().map((name) => ({
    first: { name: `${name} (${a})`, rows: first.methods.get(name)! },
    second: { name: `${name} (${b})`, rows: second.methods.get(name)! },
    targets: [...targetsOf(first, name), ...targetsOf(second, name)],
  }));
  return { sides: [first, second], pairs };
}

async function pairsInRun(a: string, b: string, { in: folder, methods }: Flags): Promise<Found> {
  if (methods !== undefined)
    throw new CreditbenchError(
      'bad-usage',
      '--methods chooses among two journals; here both methods are named already',
    );
  const side = await readSide(folder);
  const [first, second] = [methodRows(side, a), methodRows(side, b)];
  const targets = [...targetsOf(side, first.name), ...targetsOf(side, second.name)];
  return { sides: [side, side], pairs: [{ first, second, targets }] };
}

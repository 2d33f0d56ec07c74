import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { type AnalysisPlan, usualPlan } from '../analysis-plan.ts';
import { type Acknowledgement, acknowledgementOf, readAcknowledgements } from '../comparison/acknowledgement.ts';
import { alertsOf, gateFindings, gateOutcome, type SecondLook } from '../comparison/gate-findings.ts';
import { type Margins, readMargins } from '../comparison/margins.ts';
import { readSide, refuseOtherSalts, type Side } from '../comparison/read-side.ts';
import {
  type GatedMethod,
  type GateSettings,
  type NamedLine,
  nameWorse,
  regressionLines,
} from '../comparison/regression-lines.ts';
import { CreditbenchError } from '../errors.ts';
import { reasonOf } from '../files.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { calibrateCommand } from './gate-calibrate-text.ts';
import { lookAgain, lookAtFiles } from './gate-confirm.ts';
import { readShare, readToday } from './gate-flags.ts';
import { gateJunit } from './gate-junit.ts';
import { gateMarkdown } from './gate-markdown.ts';
import { gatedMethods, type MethodFlags } from './gate-methods.ts';
import type { GateReport } from './gate-report.ts';
import { gateText } from './gate-text.ts';
import { print } from './output.ts';
import { printableJson } from './printable.ts';

type Flags = MethodFlags & {
  baseline: string;
  candidate?: string;
  margin?: string;
  alpha?: string;
  confirm?: true;
  confirmBaseline?: string;
  confirmCandidate?: string;
  calibrate?: string | true;
  acknowledge?: string;
  today?: string;
  junit?: string;
  format: 'text' | 'markdown';
  json?: true;
};

export function gateCommand(end: (code: ExitCode) => void): Command {
  return new Command('gate')
    .description('whether a candidate is worse than the baseline by more than a margin')
    .requiredOption('--baseline <file>', 'a journal, or the folder of a run')
    .option('--candidate <file>', 'the same, on the same instances and seeds')
    .option(
      '--margin <list>',
      'how much worse passes: of the headline metric (0.02), or by metric (relative-error=0.02,mse=0.1)',
    )
    .option('--alpha <share>', 'error rate of each one-sided test; 0.05, or what the run declared')
    .option('--method <list>', 'only these methods; all but controls where it is not given')
    .option('--baseline-method <name>', 'where a method was renamed: its name in the baseline')
    .option('--candidate-method <name>', 'and in the candidate')
    .option('--confirm', 'run what is worse again with fresh seeds; only a confirmed one fails')
    .option('--confirm-baseline <file>', 'a second look made elsewhere with fresh seeds: the baseline')
    .option('--confirm-candidate <file>', 'and the candidate')
    .option(
      '--calibrate [replays]',
      'no candidate: hold the baseline against itself so often (200) and count false alarms',
    )
    .option('--acknowledge <file>', 'JSON list of regressions accepted until a date')
    .option('--today <date>', 'YYYY-MM-DD, for acknowledgements; today (UTC) where it is not given')
    .option('--junit <file>', 'write JUnit XML, one test case per comparison')
    .addOption(new Option('--format <kind>', 'what is printed').choices(['text', 'markdown']).default('text'))
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Exit code: 0 everything passes, 1 something is worse, 2 bad input, 3 something is missing or not proven.

Example:
  npx creditbench gate --baseline main.jsonl --candidate my-run --margin relative-error=0.02 --junit gate.xml
`,
    )
    .action(async (flags: Flags) => end(await gate(flags)));
}

async function gate(flags: Flags): Promise<ExitCode> {
  const baseline = await readSide(flags.baseline);
  if (flags.calibrate === undefined && flags.candidate === undefined)
    throw new CreditbenchError('bad-usage', 'no --candidate; expected one, or --calibrate');
  const candidate = flags.candidate === undefined ? baseline : await readSide(flags.candidate);
  refuseOtherSalts(baseline, candidate);
  const plan = baseline.manifest?.suite.analysis ?? candidate.manifest?.suite.analysis ?? usualPlan;
  const alpha = flags.alpha === undefined ? plan.alpha : readShare('--alpha', flags.alpha, 0.5);
  const margins = marginsOf(flags.margin, plan);
  const names = { first: flags.baseline, second: flags.candidate ?? flags.baseline };
  const settings: GateSettings = { margins, alpha, plan, names };
  const methods = gatedMethods(baseline, candidate, flags);
  if (flags.calibrate !== undefined) return calibrateCommand(baseline, methods, settings, flags);

  const look = regressionLines(methods, settings);
  const lines = nameWorse(look.lines, alpha);
  const acknowledgements = flags.acknowledge === undefined ? [] : readAcknowledgements(flags.acknowledge);
  const today = readToday(flags.today);
  const alerts = alertsOf(lines, acknowledgements, today);
  const second = await secondLook(flags, { baseline, candidate }, alerts, methods, settings);
  const findings = gateFindings(lines, { acknowledgements, today, alpha, second });
  const measured = new Set(look.lines.map(({ metric }) => metric));
  const marginsUnused =
    flags.margin === undefined ? [] : Object.keys(margins.perMetric).filter((metric) => !measured.has(metric));
  const report: GateReport = {
    outcome: gateOutcome(findings, look.losses.length > 0 || marginsUnused.length > 0),
    baseline: flags.baseline,
    candidate: names.second,
    alpha,
    margins,
    findings,
    losses: look.losses,
    unmeasured: look.unmeasured,
    marginsUnused,
    acknowledgementsUnused: unusedOf(acknowledgements, lines, today),
    notes: [...notesOf(baseline, candidate), ...(isRunHere(flags, second) ? ['the second look was run here'] : [])],
  };
  if (flags.junit !== undefined) writeJunit(flags.junit, report);
  if (flags.json) print(printableJson(report));
  else print(flags.format === 'markdown' ? gateMarkdown(report) : gateText(report));
  return { passes: exitCode.done, worse: exitCode.regression, incomplete: exitCode.incomplete }[report.outcome];
}

/** What was typed, else what the run declared beforehand. @throws CreditbenchError `bad-usage` where there is neither */
function marginsOf(typed: string | undefined, { margins }: AnalysisPlan): Margins {
  if (typed !== undefined) return readMargins(typed);
  if (Object.keys(margins).length > 0) return { headline: undefined, perMetric: margins };
  throw new CreditbenchError(
    'bad-usage',
    'no margin: the baseline declares none; expected --margin 0.02 or --margin relative-error=0.02',
  );
}

async function secondLook(
  flags: Flags,
  first: { readonly baseline: Side; readonly candidate: Side },
  alerts: readonly NamedLine[],
  methods: readonly GatedMethod[],
  settings: GateSettings,
): Promise<SecondLook | undefined> {
  const { confirmBaseline, confirmCandidate } = flags;
  if ((confirmBaseline === undefined) !== (confirmCandidate === undefined))
    throw new CreditbenchError('bad-usage', 'expected both --confirm-baseline and --confirm-candidate, or neither');
  if (confirmBaseline !== undefined && confirmCandidate !== undefined) {
    const second = { baseline: await readSide(confirmBaseline), candidate: await readSide(confirmCandidate) };
    return lookAtFiles(first, second, flags, settings);
  }
  return flags.confirm === true && alerts.length > 0 ? lookAgain(first, alerts, methods, settings) : undefined;
}

function unusedOf(
  acknowledgements: readonly Acknowledgement[],
  lines: readonly NamedLine[],
  today: string,
): Acknowledgement[] {
  const worse = lines.filter(({ verdict }) => verdict === 'worse');
  return acknowledgements.filter((one) => !worse.some((line) => acknowledgementOf(line, [one], today) !== undefined));
}

function isRunHere({ confirmBaseline }: Flags, second: SecondLook | undefined): boolean {
  return confirmBaseline === undefined && second !== undefined && 'look' in second;
}

/** What a reader should know of the two journals themselves. */
function notesOf(baseline: Side, candidate: Side): string[] {
  const [before, after] = [baseline.manifest?.suite.analysis, candidate.manifest?.suite.analysis];
  const isOther = before !== undefined && after !== undefined && JSON.stringify(before) !== JSON.stringify(after);
  return isOther ? ['the candidate declares another analysis plan; that of the baseline holds'] : [];
}

function writeJunit(path: string, report: GateReport): void {
  try {
    writeFileSync(path, gateJunit(report));
  } catch (error) {
    throw new CreditbenchError('bad-usage', `--junit ${path}: ${reasonOf(error)}; expected a file to write to`);
  }
}

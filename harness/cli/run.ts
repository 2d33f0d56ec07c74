import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { lawSubjects } from '../../tasks/law-subjects.ts';
import { type SuiteName, suites } from '../../tasks/suites.ts';
import { analysisPlanSchema } from '../analysis-plan.ts';
import { usualEffort } from '../diagnostic-row.ts';
import { CreditbenchError, unknownName } from '../errors.ts';
import { parseWith, readJson } from '../files.ts';
import { loadSuite } from '../load-suite.ts';
import { cellsOf, countCells } from '../plan.ts';
import { isPath, resolveSuite } from '../resolve-suite.ts';
import { runSuite } from '../run.ts';
import { splitList } from '../selection.ts';
import type { Suite } from '../suite.ts';
import type { RunOutcome } from '../tally.ts';
import { catalogs } from './catalogs.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { columns, print, printJson } from './output.ts';
import { progressLine } from './progress.ts';
import { readBudgets, readCount, readShard } from './read-number.ts';

type Flags = {
  suite?: string;
  methods?: string;
  tasks?: string;
  budgets?: string;
  seeds?: string;
  instances?: string;
  laws?: string;
  salt?: string;
  plan?: string;
  diagnostics?: true;
  jobs?: string;
  out: string;
  data?: string;
  shard?: string;
  executor: string;
  retryErrors?: true;
  dryRun?: true;
  json?: true;
};

const configFile = 'creditbench.config.ts';

export function runCommand(end: (code: ExitCode) => void): Command {
  return new Command('run')
    .description("run what is missing in a folder's journal, then write the report")
    .option('--suite <name|file>', `${Object.keys(suites).join(', ')}, or a file like ${configFile}`)
    .option('--methods <list>', 'ids with options, or files: c3[fanout=2x4],./my-method.ts')
    .option('--tasks <list>', 'ids or files: relay,./my.team.json')
    .option('--budgets <list>', 'evaluator calls per episode: 64,256; none for no limit')
    .option('--seeds <n>', 'repeat every task with n seeds, each drawing new instances')
    .option('--instances <n>', 'instances per drawing task and seed')
    .option('--laws <n>', 'random cases per law and method; 0 leaves the laws out')
    .option('--salt <text>', 'another salt is another set of instances')
    .option('--plan <file>', 'analysis plan as JSON, declared before the run: metrics, margins, alpha, policies')
    .option('--diagnostics', 'collect the diagnostics of replay credit on tasks that can be replayed')
    .option('--jobs <n>', 'cells under way at once', '1')
    .option('--out <dir>', 'the folder of the journal and the report', 'creditbench-run')
    .option('--data <dir>', 'published data (or CREDITBENCH_DATA)')
    .option('--shard <i/n>', 'only the i-th of n parts of the cells')
    .addOption(new Option('--executor <kind>', 'where cells run').choices(['inline']).default('inline'))
    .option('--retry-errors', 'run failed cells again')
    .option('--dry-run', 'print what would run, and run nothing')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nExample:\n  npx creditbench run --methods c3,rloo --tasks reasoner-actor --budgets 8,64 --seeds 20 --out c3-vs-rloo\n',
    )
    .action(async (flags: Flags) => end(await run(flags)));
}

async function run(flags: Flags): Promise<ExitCode> {
  if (flags.data !== undefined) process.env['CREDITBENCH_DATA'] = resolve(flags.data);
  const suite = await resolveSuite(await suiteOf(flags), catalogs);
  const jobs = readCount('--jobs', flags.jobs ?? '1', 1);
  const shard = flags.shard === undefined ? undefined : readShard(flags.shard);
  if (flags.dryRun) return dryRun(suite, flags);

  const interruption = new AbortController();
  const onInterrupt = () => interruption.abort();
  process.once('SIGINT', onInterrupt);
  const progress = flags.json ? undefined : progressLine();
  let outcome: RunOutcome;
  try {
    outcome = await runSuite(suite, {
      folder: flags.out,
      subjects: lawSubjects,
      argv: process.argv.slice(2),
      jobs,
      ...(shard === undefined ? {} : { shard }),
      retryErrors: flags.retryErrors === true,
      signal: interruption.signal,
      onProgress: (now) => progress?.show(now),
      onNote: (note) => process.stderr.write(`note: ${note}\n`),
    });
  } finally {
    progress?.end();
    process.removeListener('SIGINT', onInterrupt);
  }
  if (outcome.interrupted) {
    process.stderr.write('interrupted; the same command goes on where this one stopped\n');
    return exitCode.interrupted;
  }
  const [{ claimCounts }, { renderBoards }, { writeReport }] = await reporting();
  const { summary, files } = await writeReport(flags.out);
  const page = resolve(files.html!);
  if (flags.json) printJson({ folder: resolve(flags.out), ...outcome, report: page });
  else {
    print(renderBoards(summary, process.stdout.columns || 100));
    if (summary.claims.length > 0) print(`claims: ${claimCounts(summary)}`);
    print(outcomeText(outcome));
    print(`report: ${page}`);
  }
  return codeOf(outcome);
}

/** Loaded once there is something to report, for a refusal should not wait for it. */
const reporting = () =>
  Promise.all([
    import('../../reports/claim-lines.ts'),
    import('../../reports/terminal.ts'),
    import('../../reports/write-report.ts'),
  ]);

/** The named suite, file or default, with what the flags put in its place. */
async function suiteOf(flags: Flags): Promise<Suite> {
  const base = await baseSuite(flags.suite);
  return {
    ...base,
    ...(flags.methods === undefined ? {} : { methods: splitList(flags.methods) }),
    ...(flags.tasks === undefined ? {} : { tasks: splitList(flags.tasks) }),
    ...(flags.budgets === undefined ? {} : { budgets: readBudgets(flags.budgets) }),
    ...(flags.seeds === undefined ? {} : { seeds: readCount('--seeds', flags.seeds, 1) }),
    ...(flags.instances === undefined ? {} : { instances: readCount('--instances', flags.instances, 1) }),
    ...(flags.laws === undefined ? {} : { laws: readCount('--laws', flags.laws, 0) }),
    ...(flags.salt === undefined ? {} : { salt: flags.salt }),
    ...(flags.plan === undefined ? {} : { analysis: parseWith(analysisPlanSchema, readJson(flags.plan), flags.plan) }),
    ...(flags.diagnostics !== true || base.diagnostics !== undefined ? {} : { diagnostics: [usualEffort] }),
  };
}

async function baseSuite(named: string | undefined): Promise<Suite> {
  if (named === undefined) return existsSync(configFile) ? loadSuite(join('.', configFile)) : suites.quick;
  if (isPath(named)) return loadSuite(named);
  if (named in suites) return suites[named as SuiteName];
  throw unknownName('suite', named, Object.keys(suites));
}

function dryRun(suite: Awaited<ReturnType<typeof resolveSuite>>, { json }: Flags): ExitCode {
  const cells = countCells(suite);
  const counts = new Map<string, number>();
  for (const { task } of cellsOf(suite)) counts.set(task.task.id, (counts.get(task.task.id) ?? 0) + 1);
  if (json) printJson({ cells, tasks: Object.fromEntries(counts), methods: suite.methods.map(({ name }) => name) });
  else {
    print(columns([['task', 'cells'], ...[...counts].map(([task, count]) => [task, String(count)])], [1]));
    print(`${cells} cells of ${suite.methods.length} methods; nothing was run`);
  }
  if (cells === 0) throw new CreditbenchError('bad-usage', 'the suite has no cells');
  return exitCode.done;
}

function outcomeText({ ran, reused, scored, skipped, failed, failures }: RunOutcome): string {
  const shown = failures.slice(0, 10).map(({ reason, cells }) => `  failed ${cells} ×: ${reason}`);
  const more = failures.length > shown.length ? [`  and ${failures.length - shown.length} more kinds of failure`] : [];
  return [
    `cells: ${scored} scored, ${skipped} skipped, ${failed} failed (${ran} ran now, ${reused} were in the journal; laws included)`,
    ...shown,
    ...more,
  ].join('\n');
}

/** Failed cells, or not one credit to score: incomplete. */
function codeOf({ failed, scored }: RunOutcome): ExitCode {
  if (scored === 0) process.stderr.write('no cell was scored; the report says why each was skipped\n');
  return failed > 0 || scored === 0 ? exitCode.incomplete : exitCode.done;
}

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Command } from 'commander';
import { type BoardFile, boardFiles, boardSchema, textOfBoard, usualLimits } from '../../reports/board/board-file.ts';
import { appendEntry } from '../../reports/board/ledger.ts';
import { digestsOf, textOfRows } from '../../reports/board/store.ts';
import { usualPlan } from '../analysis-plan.ts';
import { describeRun } from '../describe-run.ts';
import { CreditbenchError } from '../errors.ts';
import { parseWith } from '../files.ts';
import { packageVersion } from '../package.ts';
import { cellsOf, type ResolvedSuite } from '../plan.ts';
import type { CellRow } from '../row.ts';
import { runOne } from '../run-one.ts';
import { commitmentOf, readSalt } from './board-salt.ts';
import { suiteForBoard } from './board-suite.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { print, printJson } from './output.ts';
import { progressLine } from './progress.ts';

type Flags = { suite: string; name?: string; saltFile?: string; data?: string; json?: true };

export function boardInitCommand(end: (code: ExitCode) => void): Command {
  return new Command('init')
    .description('a new board: its suite, the controls of every run, and an empty ledger')
    .argument('<dir>', 'a new folder')
    .option('--suite <name|file>', 'what every submission is measured on', 'quick')
    .option('--name <text>', 'what the board is called (default: the name of the folder)')
    .option('--salt-file <file>', 'holds a salt of your own, kept secret; only its SHA-256 is written down')
    .option('--data <dir>', 'published data (or CREDITBENCH_DATA)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  npx creditbench board init my-board --suite quick --salt-file keeper.salt\n')
    .action(async (folder: string, flags: Flags) => end(await init(folder, flags)));
}

async function init(folder: string, { suite: named, name, saltFile, data, json }: Flags): Promise<ExitCode> {
  if (data !== undefined) process.env['CREDITBENCH_DATA'] = resolve(data);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new CreditbenchError('bad-usage', `${folder}: is not empty; expected a new folder`);
  const suite = await suiteForBoard(named);
  const secret = saltFile === undefined ? null : commitmentOf(readSalt(saltFile));
  const board = describe(suite, name ?? basename(resolve(folder)), secret);
  const controls = await controlRows(suite);
  write(folder, board, controls);
  for (const { task } of suite.tasks) {
    const away = task.unavailable?.();
    if (away !== undefined) process.stderr.write(`note: ${task.id} cannot be recomputed here: ${away}\n`);
  }
  const cells = controls.length / suite.methods.length;
  if (json) printJson({ board: resolve(folder), tasks: board.suite.tasks.length, cells, secret });
  else print(`${folder}: ${board.suite.tasks.length} tasks, ${cells} cells per submission`);
  return exitCode.done;
}

function describe(resolved: ResolvedSuite, name: string, secret: string | null): BoardFile {
  const { tasks, methods, budgets, seeds, instances, salt } = describeRun(resolved, [], '', 0, undefined).suite;
  const suite = {
    tasks: tasks.map((task) => ({ ...task, unavailable: null })),
    controls: methods,
    ...{ budgets, seeds, instances, salt },
    analysis: resolved.analysis ?? usualPlan,
  };
  const board = { schema: 1, name, creditbench: packageVersion, suite, secret };
  return parseWith(boardSchema, { ...board, limits: usualLimits }, 'board.json');
}

async function controlRows(suite: ResolvedSuite): Promise<CellRow[]> {
  const rows: CellRow[] = [];
  const line = progressLine();
  const cells = [...cellsOf(suite)];
  for (const cell of cells) {
    rows.push(await runOne(cell, suite.salt));
    line.show({ done: rows.length, total: cells.length, reused: 0, now: `${cell.method.name}: ${cell.task.task.id}` });
  }
  line.end();
  return rows;
}

/** The whole folder at once: a command that is killed leaves no half of a board. */
function write(folder: string, board: BoardFile, controls: readonly CellRow[]): void {
  const fresh = `${resolve(folder)}.new-${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  try {
    const texts = { 'board.json': textOfBoard(board), 'controls.jsonl': textOfRows(controls) };
    for (const [file, text] of Object.entries(texts)) writeFileSync(join(fresh, file), text);
    mkdirSync(boardFiles(fresh).submissions);
    appendEntry(fresh, {
      time: new Date().toISOString(),
      action: 'created',
      submission: null,
      level: null,
      why: `board ${JSON.stringify(board.name)} on ${board.suite.tasks.length} tasks of creditbench ${board.creditbench}`,
      digest: digestsOf(texts),
      verification: null,
    });
    renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

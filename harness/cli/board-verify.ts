import { resolve } from 'node:path';
import { Command } from 'commander';
import { readBoard } from '../../reports/board/board-file.ts';
import { readLedger } from '../../reports/board/ledger.ts';
import { readSubmission } from '../../reports/board/submission.ts';
import { standingState, submissionStates } from '../../reports/board/submission-state.ts';
import { saltOfBoard } from './board-salt.ts';
import { suiteOfBoard } from './board-suite.ts';
import { type Verified, verifyCells } from './board-verify-cells.ts';
import { verifySecretly } from './board-verify-secret.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { print, printJson } from './output.ts';
import { printable } from './printable.ts';
import { readCount } from './read-number.ts';

type Flags = {
  board: string;
  cells: string;
  all?: true;
  secret?: true;
  saltFile?: string;
  method?: string;
  seconds: string;
  megabytes: string;
  data?: string;
  json?: true;
};

export function boardVerifyCommand(end: (code: ExitCode) => void): Command {
  return new Command('verify')
    .description('runs cells of submissions again, in isolation, and compares them bit for bit')
    .argument('[id...]', 'submissions (default: all that stand)')
    .requiredOption('--board <dir>', 'the folder of the board')
    .option('--cells <n>', 'how many cells, drawn afresh', '20')
    .option('--all', 'every cell')
    .option(
      '--secret',
      'the whole suite on instances of the secret salt instead; scores are kept beside the public ones',
    )
    .option('--salt-file <file>', 'the salt that the board was made with')
    .option('--method <file>', 'the very file of a method that is not in the box, in a folder of its own')
    .option('--seconds <n>', 'limit on the time of one submission', '600')
    .option('--megabytes <n>', 'limit on its memory', '1024')
    .option('--data <dir>', 'published data (or CREDITBENCH_DATA)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  npx creditbench board verify --board my-board --cells 50\n')
    .action(async (ids: string[], flags: Flags) => end(await verify(ids, flags)));
}

async function verify(ids: readonly string[], flags: Flags): Promise<ExitCode> {
  if (flags.data !== undefined) process.env['CREDITBENCH_DATA'] = resolve(flags.data);
  const { board: folder, json } = flags;
  const board = readBoard(folder);
  const cells = flags.all ? null : readCount('--cells', flags.cells, 1);
  const limits = {
    seconds: readCount('--seconds', flags.seconds, 1),
    megabytes: readCount('--megabytes', flags.megabytes, 64),
    outputBytes: board.limits.journalBytes,
  };
  const salt = flags.secret ? saltOfBoard(flags.saltFile, board.secret) : null;
  // Refuses a board whose tasks are here in other versions.
  await suiteOfBoard(board);
  const states = submissionStates(readLedger(folder));
  const chosen =
    ids.length > 0 ? ids.map((id) => standingState(states, id)) : states.filter(({ removed }) => removed === null);
  const results: Verified[] = [];
  for (const state of chosen) {
    const submission = readSubmission(folder, state);
    const task = { folder, board, submission, file: flags.method ?? null, limits };
    const result = salt === null ? await verifyCells(task, cells) : await verifySecretly(task, salt);
    results.push(result);
    if (!json) print(`${state.id}: ${submission.about.method.name}: ${printable(result.text)}`);
  }
  if (json) printJson({ board: board.name, results });
  else if (results.length === 0) print('no submission stands on the board');
  return codeOf(results);
}

/** A difference, or what could not be compared: the two are never the same code. */
function codeOf(results: readonly Verified[]): ExitCode {
  if (results.some(({ verdict }) => verdict === 'different')) return exitCode.regression;
  return results.some(({ verdict }) => verdict === 'not measured') ? exitCode.incomplete : exitCode.done;
}

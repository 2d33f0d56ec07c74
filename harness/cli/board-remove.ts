import { Command } from 'commander';
import { readBoard } from '../../reports/board/board-file.ts';
import { appendEntry, readLedger } from '../../reports/board/ledger.ts';
import { standingState, submissionStates } from '../../reports/board/submission-state.ts';
import { CreditbenchError } from '../errors.ts';
import { takeFolder } from '../folder.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { print, printJson } from './output.ts';

type Flags = { board: string; why: string; json?: true };

export function boardRemoveCommand(end: (code: ExitCode) => void): Command {
  return new Command('remove')
    .description('takes a submission off the board; it stays in the ledger, with the reason')
    .argument('<id>', 'the submission')
    .requiredOption('--board <dir>', 'the folder of the board')
    .requiredOption('--why <text>', 'the reason, for everybody to read')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nExample:\n  npx creditbench board remove 0123456789ab --board my-board --why "withdrawn by its authors"\n',
    )
    .action((id: string, flags: Flags) => end(remove(id, flags)));
}

function remove(id: string, { board: folder, why, json }: Flags): ExitCode {
  if (why.trim() === '') throw new CreditbenchError('bad-usage', '--why is empty; every removal has a reason');
  readBoard(folder);
  const release = takeFolder(folder);
  try {
    const { level, digest } = standingState(submissionStates(readLedger(folder)), id);
    const time = new Date().toISOString();
    appendEntry(folder, { time, action: 'removed', submission: id, level, why, digest, verification: null });
  } finally {
    release();
  }
  if (json) printJson({ removed: id, why });
  else print(`${id} is off the board: ${why}`);
  return exitCode.done;
}

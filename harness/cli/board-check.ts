import { Command } from 'commander';
import { checkBoard } from '../../reports/board/check-board.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { print, printJson } from './output.ts';
import { printable } from './printable.ts';

type Flags = { board: string; contains?: string; json?: true };

export function boardCheckCommand(end: (code: ExitCode) => void): Command {
  return new Command('check')
    .description("whether a board's ledger is whole and every stored file is what it says; writes nothing")
    .requiredOption('--board <dir>', 'the folder of the board')
    .option('--contains <hash>', 'the hash of an entry published earlier, which must still be there')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  npx creditbench board check --board my-board\n')
    .action((flags: Flags) => end(check(flags)));
}

function check({ board, contains, json }: Flags): ExitCode {
  const checked = checkBoard(board, contains);
  const { entries, head, submissions, faults, leavings } = checked;
  if (json) printJson(checked);
  else {
    for (const fault of faults) print(`FAULT ${printable(fault)}`);
    for (const name of leavings) print(`note: submissions/${printable(name)} is in no entry; it counts for nothing`);
    const verdict = faults.length === 0 ? 'holds' : 'does not hold';
    const about =
      head === null ? 'its ledger is broken' : `${entries} entries, ${submissions} standing submissions, head ${head}`;
    print(`${board} ${verdict}: ${about}`);
  }
  return faults.length === 0 ? exitCode.done : exitCode.regression;
}

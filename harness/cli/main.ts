#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { CreditbenchError } from '../errors.ts';
import { packageVersion } from '../package.ts';
import { assignCommand } from './assign.ts';
import { boardCommand } from './board.ts';
import { checkCommand } from './check.ts';
import { compareCommand } from './compare.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { gateCommand } from './gate.ts';
import { listCommand } from './list.ts';
import { newCommand } from './new.ts';
import { printable } from './printable.ts';
import { reportCommand } from './report.ts';
import { runCommand } from './run.ts';
import { signalsCommand } from './signals.ts';
import { truthCommand } from './truth.ts';

const program = new Command('creditbench')
  .description('Measures credit-assignment methods for teams of agents against exactly known truth.')
  .version(packageVersion)
  .showSuggestionAfterError()
  .addHelpText('after', '\nExample:\n  npx creditbench run --suite quick --out my-run\n');

/** Commands say how they ended; nothing below this file ends the process. */
let ended: ExitCode = exitCode.done;
for (const command of [
  runCommand,
  reportCommand,
  listCommand,
  checkCommand,
  newCommand,
  truthCommand,
  assignCommand,
  signalsCommand,
  compareCommand,
  gateCommand,
  boardCommand,
])
  program.addCommand(command((code) => (ended = code)).exitOverride());

let isOver = false;
process.once('exit', () => {
  if (isOver) return;
  // A file of the user's ended the process, or left nothing that could ever go on.
  process.stderr.write('creditbench: ended before it was done; what it ran called process.exit or never answered\n');
  process.exitCode = exitCode.incomplete;
});

try {
  await program.exitOverride().parseAsync();
  process.exitCode = ended;
} catch (error) {
  process.exitCode = codeOf(error);
}
isOver = true;

function codeOf(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.badInput;
  if (error instanceof CreditbenchError) {
    process.stderr.write(`creditbench: ${printable(error.message)}\n`);
    return exitCode.badInput;
  }
  process.stderr.write(
    `creditbench: this is a bug of ours; please report it with what you ran\n${(error as Error)?.stack ?? error}\n`,
  );
  return exitCode.incomplete;
}

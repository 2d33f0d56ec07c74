#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { CreditbenchError } from '../errors.ts';
import { packageVersion } from '../package.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { printable } from './printable.ts';

const program = new Command('creditbench')
  .description('Measures credit-assignment methods for teams of agents against exactly known truth.')
  .version(packageVersion)
  .showSuggestionAfterError()
  .addHelpText('after', '\nExample:\n  npx creditbench run --suite quick --out my-run\n');

/** Every command is loaded only when it is called, for together they take a second; all are for help and for a name that is none. */
const commands: Record<string, () => Promise<(end: (code: ExitCode) => void) => Command>> = {
  run: async () => (await import('./run.ts')).runCommand,
  report: async () => (await import('./report.ts')).reportCommand,
  list: async () => (await import('./list.ts')).listCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  new: async () => (await import('./new.ts')).newCommand,
  truth: async () => (await import('./truth.ts')).truthCommand,
  assign: async () => (await import('./assign.ts')).assignCommand,
  signals: async () => (await import('./signals.ts')).signalsCommand,
  compare: async () => (await import('./compare.ts')).compareCommand,
  gate: async () => (await import('./gate.ts')).gateCommand,
  board: async () => (await import('./board.ts')).boardCommand,
};

/** Commands say how they ended; nothing below this file ends the process. */
let ended: ExitCode = exitCode.done;
const called = process.argv[2] ?? '';
for (const load of Object.hasOwn(commands, called) ? [commands[called]!] : Object.values(commands))
  program.addCommand((await load())((code) => (ended = code)).exitOverride());

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

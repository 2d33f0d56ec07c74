import { Command } from 'commander';
import { boardAddCommand } from './board-add.ts';
import { boardBuildCommand } from './board-build.ts';
import { boardCheckCommand } from './board-check.ts';
import { boardInitCommand } from './board-init.ts';
import { boardRemoveCommand } from './board-remove.ts';
import { boardRescoreCommand } from './board-rescore.ts';
import { boardVerifyCommand } from './board-verify.ts';
import type { ExitCode } from './exit.ts';

export function boardCommand(end: (code: ExitCode) => void): Command {
  const board = new Command('board')
    .description('a leaderboard of submissions whose numbers are recomputed')
    .addHelpText('after', '\nExample:\n  npx creditbench board init my-board --suite quick\n');
  for (const command of [
    boardInitCommand,
    boardAddCommand,
    boardVerifyCommand,
    boardRemoveCommand,
    boardRescoreCommand,
    boardCheckCommand,
    boardBuildCommand,
  ])
    board.addCommand(command(end).exitOverride());
  return board;
}

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { boardCommand } from '../../harness/cli/board.ts';
import { runCommand } from '../../harness/cli/run.ts';
import { packageRoot } from '../../harness/package.ts';
import { levels } from '../../reports/board/ledger-entry.ts';
import { userFolder } from '../user-folder.ts';
import { commandHere } from './command-here.ts';
import { program } from './creditbench.ts';

const page = readFileSync(join(packageRoot, 'docs', 'leaderboard.md'), 'utf8');
const commands = { run: runCommand, board: boardCommand };
/** `verify` as it is built, so that its child needs nothing but Node. */
const built: typeof import('../../harness/cli/board.ts') = await import(join(program, '..', 'board.js'));

/** The words of a shell line, with double quotes. */
const words = (line: string) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);

it('docs/leaderboard.md has files and commands that work in the order in which they stand', async () => {
  const cwd = userFolder();
  writeFileSync(join(cwd, 'keeper.salt'), 'ab'.repeat(32));
  const ran: string[] = [];
  for (const [, file, language, text] of page.matchAll(/(?:<!-- file: (\S+) -->\n)?```(\w+)\n(.*?)```/gs)) {
    if (file !== undefined) writeFileSync(join(cwd, file), text!);
    if (language !== 'sh') continue;
    for (const line of text!.trim().split('\n')) {
      const [, , name, ...args] = words(line);
      const id = ran.some((one) => one.includes('board add'))
        ? readdirSync(join(cwd, 'my-board', 'submissions'))[0]!
        : '';
      const given = args.map((word) => (word === '0123456789ab' ? id : word));
      const command = args[0] === 'verify' ? built.boardCommand : commands[name as keyof typeof commands];
      const { code } = await commandHere(command, cwd, ...given);
      expect([line, code]).toEqual([line, 0]);
      ran.push(line);
    }
  }
  expect(ran).toHaveLength(10);
});

it('docs/leaderboard.md explains every level', () => {
  for (const level of levels) expect(page).toContain(`| \`${level}\` |`);
});

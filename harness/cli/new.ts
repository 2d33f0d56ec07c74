import { existsSync, writeFileSync } from 'node:fs';
import { Argument, Command } from 'commander';
import { CreditbenchError } from '../errors.ts';
import { brief, reasonOf } from '../files.ts';
import { catalogs } from './catalogs.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { newMethodText } from './new-method-text.ts';
import { newTaskText } from './new-task-text.ts';
import { print, printJson } from './output.ts';

type Kind = 'method' | 'task';

export function newCommand(end: (code: ExitCode) => void): Command {
  return new Command('new')
    .description('a method or task of your own to start from, in this folder; it passes check as it is')
    .addArgument(new Argument('<kind>').choices(['method', 'task']))
    .argument('<name>', 'its id, in kebab-case; the file is NAME.ts')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  npx creditbench new method my-method\n')
    .action((kind: Kind, name: string, { json }: { json?: true }) => {
      const file = write(kind, name);
      const next = nextCommands(kind, file);
      if (json) printJson({ kind, id: name, file, next });
      else print([`wrote ${file}; next:`, ...next.map((command) => `  ${command}`)].join('\n'));
      end(exitCode.done);
    });
}

function write(kind: Kind, name: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
    throw new CreditbenchError('bad-usage', `${brief(name)} is no id; expected kebab-case like my-${kind}`);
  const taken = kind === 'method' ? catalogs.methods : catalogs.tasks;
  if (taken.some(({ id }) => id === name))
    throw new CreditbenchError('bad-usage', `a ${kind} in the box is called "${name}" already; expected another name`);
  const file = `./${name}.ts`;
  if (existsSync(file)) throw new CreditbenchError('bad-usage', `${file} is there already; nothing was written`);
  try {
    // `wx`: what appeared since is not overwritten either.
    writeFileSync(file, kind === 'method' ? newMethodText(name) : newTaskText(name), { flag: 'wx' });
  } catch (error) {
    throw new CreditbenchError('bad-usage', `${file}: ${reasonOf(error)}`);
  }
  return file;
}

function nextCommands(kind: Kind, file: string): string[] {
  const run =
    kind === 'method'
      ? `npx creditbench run --methods ${file},shapley-permutation --tasks glove,relay --budgets 16,64`
      : `npx creditbench run --tasks ${file} --methods shapley-permutation,leave-one-out --budgets 16,64`;
  return [`npx creditbench check ${file}`, run];
}

import { Argument, Command } from 'commander';
import { z } from 'zod';
import { suites } from '../../tasks/suites.ts';
import type { AnyMethod } from '../define.ts';
import { catalogs } from './catalogs.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { columns, print, printJson } from './output.ts';

type Kind = 'methods' | 'tasks' | 'suites';

export function listCommand(end: (code: ExitCode) => void): Command {
  return new Command('list')
    .description('the methods, tasks or suites in the box')
    .addArgument(new Argument('<kind>').choices(['methods', 'tasks', 'suites']))
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  npx creditbench list methods\n')
    .action((kind: Kind, { json }: { json?: true }) => {
      if (json) printJson(listOf(kind));
      else print(kind === 'methods' ? catalogs.methods.map(methodText).join('\n\n') : columns(tableOf(kind)));
      end(exitCode.done);
    });
}

function listOf(kind: Kind): unknown {
  if (kind === 'methods')
    return catalogs.methods.map((method) => {
      const { id, title, source, targets, needs, uses = [], laws, cost = null, control = false } = method;
      return { id, title, source, targets, needs, uses, laws, cost, control, options: optionsOf(method) };
    });
  if (kind === 'tasks')
    return catalogs.tasks.map(({ id, title, version, offers, truth, null: absence, estimands = [], ...task }) => {
      const unavailable = task.unavailable?.() ?? null;
      return { id, title, version, offers, truth, null: absence, estimands, fixed: task.fixed === true, unavailable };
    });
  return Object.entries(suites).map(([id, suite]) => ({ id, ...suite }));
}

function tableOf(kind: Exclude<Kind, 'methods'>): string[][] {
  if (kind === 'tasks')
    return [
      ['task', 'truth', 'knows', 'offers', 'title'],
      ...catalogs.tasks.map(({ id, title, truth, estimands = [], offers, unavailable }) => [
        id,
        truth,
        estimands.join(', '),
        unavailable?.() === undefined ? offers.join(', ') || '–' : '(not here)',
        title,
      ]),
    ];
  return [
    ['suite', 'methods', 'tasks', 'budgets', 'seeds', 'instances'],
    ...Object.entries(suites).map(([id, { methods, tasks, budgets, seeds, instances }]) => [
      id,
      String(methods.length),
      String(tasks.length),
      budgets.join(', '),
      String(seeds),
      String(instances),
    ]),
  ];
}

function methodText(method: AnyMethod): string {
  const { id, title, source, targets, needs, uses = [], laws, cost, control } = method;
  const shown = control ? 'none: a control' : 'none: shown, not ranked';
  const promises = Object.entries(laws).map(([law, claim]) => (claim === 'always' ? law : `${law} in expectation`));
  const facts = [
    ['targets', targets.join(', ') || shown],
    ['needs', [...needs, ...uses.map((probe) => `${probe} if offered`)].join(', ') || 'nothing'],
    ['cost', cost ?? 'not stated'],
    ['promises', promises.join(', ') || 'nothing'],
    ['options', Object.keys(optionsOf(method)).join(', ') || 'none'],
    ['source', source],
  ];
  return [`${id}  ${title}`, ...facts.map(([name, fact]) => `  ${name!.padEnd(8)}  ${fact}`)].join('\n');
}

/** A method's options as JSON Schema properties. */
function optionsOf({ options }: AnyMethod): Record<string, unknown> {
  const { properties = {} } = z.toJSONSchema(options, { io: 'input', unrepresentable: 'any' }) as {
    properties?: object;
  };
  return { ...properties };
}

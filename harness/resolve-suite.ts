import { analysisPlanSchema } from './analysis-plan.ts';
import { claimSchema } from './claim.ts';
import type { Task } from './contract.ts';
import type { AnyMethod } from './define.ts';
import { diagnosticSettingsSchema } from './diagnostic-row.ts';
import { CreditbenchError, unknownName } from './errors.ts';
import { brief, parseWith } from './files.ts';
import { loadMethods, loadTasks } from './load-definitions.ts';
import { digestOf } from './load-module.ts';
import { packageVersion } from './package.ts';
import type { ResolvedSuite, SelectedTask } from './plan.ts';
import { parseSelection, type SelectedMethod, selectMethod } from './selection.ts';
import type { Suite } from './suite.ts';

/** Everything in the box, handed to the harness by whoever puts the parts together. */
export type Catalogs = {
  readonly methods: readonly AnyMethod[];
  readonly tasks: readonly Task[];
  /** The task that a data file stands for; undefined for other kinds of file. @throws CreditbenchError */
  taskOfFile(path: string): Task | undefined;
};

const ours = `creditbench ${packageVersion}`;
/** Defined by a program that uses the library: nothing tells one version of it from another. */
const inline = 'inline';
const mandatoryControls = ['uniform', 'random', 'shuffled-truth', 'oracle'];

/** A suite with every name resolved and the controls of every run added. @throws CreditbenchError naming what is unknown or wrong. */
export async function resolveSuite(suite: Suite, catalogs: Catalogs): Promise<ResolvedSuite> {
  const named = (await Promise.all(suite.methods.map((item) => resolveMethod(item, catalogs)))).flat();
  const missing = mandatoryControls.filter((id) => !named.some(({ method }) => method.id === id));
  const controls = (await Promise.all(missing.map((id) => resolveMethod(id, catalogs)))).flat();
  const tasks = (await Promise.all(suite.tasks.map((item) => resolveTask(item, catalogs)))).flat();
  const methods = [...named, ...controls];
  refuseTwice('method', methods, ({ name }) => name);
  refuseTwice('task', tasks, ({ task }) => task.id);
  for (const budget of suite.budgets) if (budget !== null) requireCount('budget', budget, 1);
  if (suite.budgets.length === 0) throw new CreditbenchError('bad-usage', 'no budget; expected at least one');
  return {
    methods,
    tasks,
    budgets: suite.budgets,
    seeds: requireCount('seeds', suite.seeds, 1),
    instances: requireCount('instances', suite.instances ?? 8, 1),
    laws: requireCount('laws', suite.laws ?? 100, 0),
    diagnostics: (suite.diagnostics ?? []).map((given, index) =>
      parseWith(diagnosticSettingsSchema, given, `suite.diagnostics[${index}]`),
    ),
    claims: (suite.claims ?? []).map((claim, index) => parseWith(claimSchema, claim, `suite.claims[${index}]`)),
    ...(suite.analysis === undefined
      ? {}
      : { analysis: parseWith(analysisPlanSchema, suite.analysis, 'suite.analysis') }),
    salt: suite.salt ?? 'creditbench',
  };
}

/** `id[options]`, `./file.ts[options]`, or a method itself. */
export async function resolveMethod(item: string | AnyMethod, { methods }: Catalogs): Promise<SelectedMethod[]> {
  if (typeof item !== 'string') return [selectMethod(item, {}, methods.includes(item) ? ours : inline)];
  const { id, given } = parseSelection(item);
  if (isPath(id)) {
    const loaded = await loadMethods(id);
    const taken = loaded.find((method) => methods.some((own) => own.id === method.id));
    if (taken !== undefined)
      throw new CreditbenchError('bad-file', `${id}: a method in the box is called "${taken.id}" already`);
    return loaded.map((method) => selectMethod(method, given, digestOf(id)));
  }
  const method = methods.find((candidate) => candidate.id === id);
  if (method === undefined)
    throw unknownName(
      'method',
      id,
      methods.map((candidate) => candidate.id),
    );
  return [selectMethod(method, given, ours)];
}

async function resolveTask(item: string | Task, catalogs: Catalogs): Promise<SelectedTask[]> {
  const { tasks, taskOfFile } = catalogs;
  if (typeof item !== 'string') return [{ task: item, code: tasks.includes(item) ? ours : inline }];
  if (isPath(item)) {
    const ofFile = taskOfFile(item);
    const loaded = ofFile === undefined ? await loadTasks(item) : [ofFile];
    return loaded.map((task) => ({ task, code: digestOf(item) }));
  }
  const task = tasks.find(({ id }) => id === item);
  if (task === undefined)
    throw unknownName(
      'task',
      item,
      tasks.map(({ id }) => id),
    );
  return [{ task, code: ours }];
}

/** A list item is a path if it says so or ends like a file. */
export function isPath(item: string): boolean {
  return /^\.{0,2}[/\\]|^[a-z]:[/\\]|\.(ts|mts|js|mjs|json)$/i.test(item);
}

function refuseTwice<Item>(kind: string, items: readonly Item[], nameOf: (item: Item) => string): void {
  const names = items.map(nameOf);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new CreditbenchError('bad-usage', `${kind} "${twice}" is named twice`);
}

function requireCount(what: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least) return value;
  throw new CreditbenchError('bad-usage', `${what} is ${brief(value)}; expected a whole number of at least ${least}`);
}

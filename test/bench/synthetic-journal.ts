import type { Credit, Truth } from '../../harness/contract.ts';
import type { Manifest } from '../../harness/manifest.ts';
import type { ScoredRow } from '../../harness/row.ts';
import { exampleManifest } from '../reports/example-manifest.ts';
import { shipped } from './shipped.ts';

const { randomOf } = await shipped<typeof import('../../harness/random.ts')>('harness/random.ts');
const { score } = await shipped<typeof import('../../harness/score.ts')>('harness/score.ts');

const methods = Array.from({ length: 10 }, (_, method) => `method-${method}`);
const tasks = Array.from({ length: 10 }, (_, task) => `task-${task}`);
const budgets = [16, 64, 256, null];
const seeds = 5;
const roles = ['planner', 'solver', 'solver', 'checker'];
const authors = [0, 1, 2, 3, 1, 3];
const messages = authors.map((agent) => ({ agent, text: '' }));

/** Of every method, task, budget and seed, the same number of instances: `count`, a multiple of 2,000, scored rows. */
export function* syntheticRows(count: number): Generator<ScoredRow> {
  const instances = count / (methods.length * tasks.length * budgets.length * seeds);
  const random = randomOf('bench', 'journal');
  const numbers = (length: number) => Array.from({ length }, () => random.float() - 0.5);
  for (const task of tasks)
    for (let seed = 0; seed < seeds; seed++)
      for (let instance = 0; instance < instances; instance++) {
        const perAgent = { shapley: numbers(4), banzhaf: numbers(4), removal: numbers(4), realised: numbers(4) };
        const truth = { ...perAgent, advantage: numbers(6), 'first-error': { step: 1, agent: 1 } };
        for (const budget of budgets)
          for (const method of methods) {
            const credit = { agents: numbers(4), messages: numbers(6), firstError: random.below(6) };
            yield {
              schema: 1,
              kind: 'cell',
              method,
              task,
              version: 1,
              instance: `${seed}/${instance}`,
              budget,
              seed,
              code: 'creditbench 0.1.0',
              status: 'scored',
              roles,
              authors,
              outcome: random.float(),
              credit,
              truth,
              scores: score(inBulk(credit) as Credit, inBulk(truth) as Truth, { messages }),
              spent: { evaluations: budget ?? 256, messages: 40, judgements: 0, tokens: 400 },
            };
          }
      }
}

/** Lists of numbers as the typed arrays that methods and tasks give. */
function inBulk(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, Array.isArray(value) ? Float64Array.from(value) : value]),
  );
}

/** The manifest of a run that would write these rows. */
export function syntheticManifest(): Manifest {
  const { suite } = exampleManifest;
  const [method, task] = [suite.methods[0]!, suite.tasks[0]!];
  const targets = ['shapley', 'advantage', 'first-error'] as const;
  return {
    ...exampleManifest,
    suite: {
      ...suite,
      methods: methods.map((name, place) => ({ ...method, name, id: name, targets: [...targets], control: place < 2 })),
      tasks: tasks.map((id) => ({ ...task, id, title: id })),
      budgets,
      seeds,
    },
  };
}

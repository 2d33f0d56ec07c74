import type { Manifest } from '../../harness/manifest.ts';
import { randomOf } from '../../harness/random.ts';
import type { ScoredRow } from '../../harness/row.ts';
import { score } from '../../harness/score.ts';
import { exampleManifest } from './example-manifest.ts';

export const methodOf = (name: string, rest: Partial<Manifest['suite']['methods'][number]> = {}) => ({
  name,
  id: name,
  title: name,
  source: '',
  targets: ['shapley' as const, 'advantage' as const],
  needs: [],
  laws: {},
  control: false,
  code: 'x',
  ...rest,
});

export const taskOf = (id: string) => ({ ...exampleManifest.suite.tasks[0]!, id, version: 1, code: 'x' });

export const manifestOf = (...methods: ReturnType<typeof methodOf>[]): Manifest => ({
  ...exampleManifest,
  suite: {
    ...exampleManifest.suite,
    methods,
    tasks: ['t1', 't2', 'logs'].map(taskOf),
    budgets: [8],
    seeds: 2,
    salt: 'test',
  },
});

/** Two agents and three messages; the credit is the truth plus noise of the method's own. */
export function rowOf(method: string, task: string, instance: number, seed: number, spread: number): ScoredRow {
  const random = randomOf('rows', task, instance);
  const noise = randomOf('noise', method === 'copy' ? 'good' : method, task, instance, seed);
  const draw = (source: typeof random) => source.float() * 2 - 1;
  const truth = { shapley: [draw(random), draw(random)], advantage: [draw(random), draw(random), draw(random)] };
  const off = (values: number[]) => values.map((value) => value + spread * draw(noise));
  const credit = { agents: off(truth.shapley), messages: off(truth.advantage) };
  const messages = [0, 1, 0].map((agent) => ({ agent, text: '' }));
  const typed = { shapley: Float64Array.from(truth.shapley), advantage: Float64Array.from(truth.advantage) };
  return {
    schema: 1,
    kind: 'cell',
    method,
    task,
    version: 1,
    instance: String(instance),
    budget: 8,
    seed,
    code: 'x',
    status: 'scored',
    roles: ['lead', 'help'],
    authors: [0, 1, 0],
    outcome: 1,
    credit,
    truth,
    scores: score({ agents: Float64Array.from(credit.agents), messages: Float64Array.from(credit.messages) }, typed, {
      messages,
    }) as ScoredRow['scores'],
    spent: { evaluations: 4, messages: 3, judgements: 0, tokens: 0 },
  };
}

export const rowsFor = (methods: Record<string, number>): ScoredRow[] =>
  Object.entries(methods).flatMap(([method, spread]) =>
    ['t1', 't2'].flatMap((task) =>
      [0, 1, 2, 3, 4].flatMap((instance) => [0, 1].map((seed) => rowOf(method, task, instance, seed, spread))),
    ),
  );

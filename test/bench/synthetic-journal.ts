import type { Credit, Truth } from '../../harness/contract.ts';
import type { Manifest } from '../../harness/manifest.ts';
import type { Random } from '../../harness/random.ts';
import type { ScoredRow } from '../../harness/row.ts';
import { exampleManifest } from '../reports/example-manifest.ts';
import { shipped } from './shipped.ts';

const { randomOf } = await shipped<typeof import('../../harness/random.ts')>('harness/random.ts');
const { codeOf } = await shipped<typeof import('../../harness/row.ts')>('harness/row.ts');
const { score } = await shipped<typeof import('../../harness/score.ts')>('harness/score.ts');

/** Tasks whose messages are credited too, which costs a report most; the others are games. */
const teamTasks = 1;
const methods = Array.from({ length: 10 }, (_, method) => `method-${method}`);
const tasks = Array.from({ length: 10 }, (_, task) => `task-${task}`);
const budgets = [16, 64, 256, null];
const seeds = 5;
const roles = ['planner', 'solver', 'solver', 'checker'];
const exampleMethod = exampleManifest.suite.methods[0]!;
const exampleTask = exampleManifest.suite.tasks[0]!;
const speakers = [0, 1, 2, 3, 1, 3];

/** `count` scored rows, a multiple of 2,000: the same number of instances of every method, task, budget and seed. */
export function* syntheticRows(count: number): Generator<ScoredRow> {
  const instances = count / (methods.length * tasks.length * budgets.length * seeds);
  const random = randomOf('bench', 'journal');
  for (const [place, task] of tasks.entries())
    for (let seed = 0; seed < seeds; seed++)
      for (let instance = 0; instance < instances; instance++) {
        const episode = { task, seed, instance: `${seed}/${instance}`, ...drawEpisode(random, place < teamTasks) };
        for (const budget of budgets) for (const method of methods) yield drawRow(random, method, budget, episode);
      }
}

type Episode = Pick<ScoredRow, 'task' | 'seed' | 'instance' | 'authors' | 'outcome' | 'truth'>;

function drawEpisode(random: Random, isTeam: boolean): Pick<Episode, 'authors' | 'outcome' | 'truth'> {
  const perAgent = () => numbers(random, roles.length);
  const truth = { shapley: perAgent(), banzhaf: perAgent(), removal: perAgent() };
  if (!isTeam) return { authors: [], outcome: random.float(), truth };
  const ofTeam = { realised: perAgent(), advantage: numbers(random, speakers.length) };
  const firstError = { step: 1, agent: 1 };
  return { authors: speakers, outcome: random.float(), truth: { ...truth, ...ofTeam, 'first-error': firstError } };
}

function drawRow(random: Random, method: string, budget: number | null, episode: Episode): ScoredRow {
  const { task, seed, instance, authors, outcome, truth } = episode;
  const isTeam = authors.length > 0;
  const credit = {
    agents: numbers(random, roles.length),
    ...(isTeam ? { messages: numbers(random, authors.length), firstError: random.below(authors.length) } : {}),
  };
  const messages = authors.map((agent) => ({ agent, text: '' }));
  return {
    schema: 1,
    kind: 'cell',
    method,
    task,
    version: exampleTask.version,
    instance,
    budget,
    seed,
    code: codeOf(exampleMethod, exampleTask),
    status: 'scored',
    roles,
    authors,
    outcome,
    credit,
    truth,
    // Lists of numbers where methods and tasks give typed arrays; scoring only reads them.
    scores: score(credit as unknown as Credit, truth as unknown as Truth, { messages }),
    spent: { evaluations: budget ?? 256, messages: 40, judgements: 0, tokens: 400 },
  };
}

function numbers(random: Random, length: number): number[] {
  return Array.from({ length }, () => random.float() - 0.5);
}

/** The manifest of a run that would write these rows. */
export function syntheticManifest(): Manifest {
  const { suite } = exampleManifest;
  const targets = ['shapley', 'advantage', 'first-error'] as const;
  return {
    ...exampleManifest,
    suite: {
      ...suite,
      methods: methods.map((name, place) => ({
        ...exampleMethod,
        name,
        id: name,
        targets: [...targets],
        control: place < 2,
      })),
      tasks: tasks.map((id) => ({ ...exampleTask, id, title: id })),
      budgets,
      seeds,
    },
  };
}

import type { ScoredRow } from '../harness/row.ts';
import type { Baseline } from './summary.ts';

/** The labelled logs of one blame task: how long each is, who speaks in it, and its label. */
export type Labels = Map<
  string,
  { readonly length: number; readonly speakers: readonly string[]; readonly step: number; readonly agent: string }
>;

/** Keeps the label of a row's instance, where the episode has an error. */
export function addLabel(labels: Labels, { instance, authors, roles, truth }: ScoredRow): void {
  const label = truth['first-error'];
  if (label === undefined || label.step === null) return;
  const speakers = [...new Set(authors.map((author) => roles[author]!))];
  labels.set(instance, { length: authors.length, speakers, step: label.step, agent: roles[label.agent]! });
}

/** Random guessing in expectation, and the best constant answers chosen on these very labels. */
export function baselinesOf(task: string, labels: Labels): Baseline[] {
  const all = [...labels.values()];
  if (all.length === 0) return [];
  const instances = all.length;
  const share = (expected: (label: (typeof all)[number]) => number) =>
    all.reduce((sum, label) => sum + expected(label), 0) / instances;
  const step = mostFrequent(all.map(({ step }) => step));
  const agent = mostFrequent(all.map(({ agent }) => agent));
  return [
    {
      task,
      name: 'random guess',
      metric: 'step-accuracy',
      value: share(({ length }) => 1 / length),
      detail: 'mean of 1 / length',
      instances,
    },
    {
      task,
      name: 'random guess',
      metric: 'agent-accuracy',
      value: share(({ speakers }) => 1 / speakers.length),
      detail: 'mean of 1 / number of speakers',
      instances,
    },
    {
      task,
      name: 'best constant step (in-sample)',
      metric: 'step-accuracy',
      value: share((label) => (label.step === step ? 1 : 0)),
      detail: `always step ${step}`,
      instances,
    },
    {
      task,
      name: 'best constant agent (in-sample)',
      metric: 'agent-accuracy',
      value: share((label) => (label.agent === agent ? 1 : 0)),
      detail: `always ${agent}`,
      instances,
    },
  ];
}

/** The value that occurs most; the smallest of those that tie. */
function mostFrequent<Value extends string | number>(values: readonly Value[]): Value {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))[0]![0];
}

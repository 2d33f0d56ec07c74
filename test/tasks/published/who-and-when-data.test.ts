import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Instance, Task } from '../../../harness/contract.ts';
import { randomOf } from '../../../harness/random.ts';
import { score } from '../../../harness/score.ts';
import { baselinesOf, type Labels } from '../../../reports/baselines.ts';
import { whoAndWhenAlgorithmGenerated, whoAndWhenHandCrafted } from '../../../tasks/published/who-and-when.ts';
import { withData } from './with-data.ts';

const folder = fileURLToPath(new URL('../../../../shared/data/who_and_when', import.meta.url));
const isHere = existsSync(folder);
if (!isHere) console.warn(`skipped: the published Who&When logs are not in ${folder}`);

const logsOf = (task: Task): Instance[] => [...task.instances(randomOf('any'))];

describe.skipIf(!isHere).each([
  {
    task: whoAndWhenAlgorithmGenerated,
    logs: 126,
    messages: 1099,
    shortest: 5,
    longest: 10,
    labels: [
      [1, 34],
      [0, 20],
      [5, 14],
      [3, 13],
      [8, 12],
      [2, 11],
      [4, 11],
      [6, 6],
    ],
    strangers: { 14: 2, 15: 6, 59: 1 },
    randomStep: 11.9961,
    randomAgent: 29.1005,
    // Shares of step, agent and joint accuracy, of the guess that is the same everywhere.
    always: { 0: [15.87, 49.21, 15.87], 1: [26.98, 42.86, 26.19], 4: [8.73, 27.78, 8.73], 12: [0, 0, 0] },
    last: [0.79, 35.71, 0.79],
    bestStep: ['always step 1', 26.98],
    bestAgent: 14.29,
  },
  {
    task: whoAndWhenHandCrafted,
    logs: 58,
    messages: 2993,
    shortest: 5,
    longest: 130,
    labels: [
      [4, 9],
      [8, 9],
      [12, 8],
    ],
    strangers: { 20: 3, 22: 4, 49: 12 },
    randomStep: 4.156,
    randomAgent: 29.1954,
    always: { 0: [0, 0, 0], 4: [15.52, 56.9, 13.79], 8: [15.52, 46.55, 15.52], 12: [13.79, 43.1, 12.07] },
    last: [12.07, 60.34, 12.07],
    bestStep: ['always step 4', 15.52],
    bestAgent: 56.9,
  },
])('the published logs of $task.id', ({ task, ...known }) => {
  withData(() => folder);

  it('are all there, with no label to exclude', () => {
    const logs = logsOf(task);
    const lengths = logs.map(({ episode }) => episode.messages.length);
    expect(logs).toHaveLength(known.logs);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(known.messages);
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([known.shortest, known.longest]);
    expect(logs.filter(({ excluded }) => excluded !== undefined)).toEqual([]);
  });

  it('are labelled most often with these steps', () => {
    const counts = new Map<number, number>();
    for (const log of logsOf(task)) counts.set(label(log).step, (counts.get(label(log).step) ?? 0) + 1);
    const byCount = [...counts].toSorted(([a, times], [b, others]) => others - times || a - b);
    expect(byCount.slice(0, known.labels.length)).toEqual(known.labels);
  });

  it('blame somebody other than the speaker in three logs', () => {
    const strangers = logsOf(task).filter((log) => log.episode.messages[label(log).step]!.agent !== label(log).agent);
    expect(Object.fromEntries(strangers.map((log) => [log.id, label(log).step]))).toEqual(known.strangers);
  });

  it('score the guess that is always the same, and the last message, as known', () => {
    for (const [step, shares] of Object.entries(known.always))
      expect(
        accuracies(task, () => Number(step)),
        `always step ${step}`,
      ).toEqual(shares);
    expect(accuracies(task, ({ messages }) => messages.length - 1)).toEqual(known.last);
  });

  it('give random and constant guesses the known baselines', () => {
    const labels: Labels = new Map(
      logsOf(task).map((log) => {
        const { agents, messages } = log.episode;
        const { step, agent } = label(log);
        const speakers = agents.map(({ id }) => id);
        return [log.id, { length: messages.length, speakers, step, agent: speakers[agent]! }];
      }),
    );
    const found = baselinesOf(task.id, labels);
    expect(found.map(({ name, metric }) => `${name} ${metric}`)).toEqual([
      'random guess step-accuracy',
      'random guess agent-accuracy',
      'best constant step (in-sample) step-accuracy',
      'best constant agent (in-sample) agent-accuracy',
    ]);
    const percents = found.map(({ value }, place) => percent(value, place < 2 ? 4 : 2));
    expect(percents).toEqual([known.randomStep, known.randomAgent, known.bestStep[1], known.bestAgent]);
    expect(found[2]!.detail).toBe(known.bestStep[0]);
  });
});

function label({ truth }: Instance): { step: number; agent: number } {
  const known = truth()['first-error']!;
  if (known.step === null) throw new Error('every published log failed');
  return known;
}

/** Step, agent and joint accuracy of one guess per log, in per cent. A step beyond the log is a wrong guess. */
function accuracies(task: Task, guess: (episode: Instance['episode']) => number): number[] {
  const scores = logsOf(task).map(({ episode, truth }) => {
    return score({ firstError: guess(episode) }, truth(), episode)['first-error']!;
  });
  return ['step-accuracy', 'agent-accuracy', 'joint-accuracy'].map((metric) =>
    percent(scores.reduce((sum, row) => sum + Number(row[metric]), 0) / scores.length, 2),
  );
}

function percent(share: number, digits: number): number {
  return Number((100 * share).toFixed(digits));
}

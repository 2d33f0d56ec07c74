import { describe, expect, it } from 'vitest';
import type { ScoredRow } from '../../harness/row.ts';
import { summarise } from '../../reports/summarise.ts';
import type { ScoreEntry, Summary } from '../../reports/summary.ts';
import { manifestOf, methodOf, rowOf, rowsFor } from './noisy-rows.ts';

const rows = rowsFor({ good: 0.2, bad: 2 });
const manifest = manifestOf(methodOf('good'), methodOf('bad'));
const find = ({ scores }: Summary, about: Partial<ScoreEntry>) =>
  scores.filter((entry) =>
    Object.entries(about).every(
      ([key, value]) => JSON.stringify(entry[key as keyof ScoreEntry]) === JSON.stringify(value),
    ),
  );
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the standings of a table', () => {
  it('gives a copy of a method the same interval to the last bit, and the same rank', async () => {
    const summary = await summarise(
      rowsFor({ good: 0.2, copy: 0.2, bad: 2 }),
      manifestOf(methodOf('good'), methodOf('copy'), methodOf('bad')),
    );
    const numbers = (method: string) =>
      find(summary, { method }).map(({ metric, value, low, high }) => [metric, value, low, high]);
    expect(numbers('copy')).toEqual(numbers('good'));
    const [table] = summary.boards;
    expect(table!.standings.map(({ method, rank }) => [method, rank])).toEqual([
      ['bad', 3],
      ['copy', 1],
      ['good', 1],
    ]);
  });

  it('averages a board over tasks of equal weight', async () => {
    const summary = await summarise(rows, manifest);
    const table = summary.boards.find(({ estimand }) => estimand === 'shapley')!;
    const good = table.standings.find(({ method }) => method === 'good')!;
    const byTask = ['t1', 't2'].map(
      (task) =>
        find(summary, { task, method: 'good', metric: 'relative-error', slice: null, board: 'agent' })[0]!.value,
    );
    expect(good.metrics['relative-error']!.value).toBeCloseTo(mean(byTask), 12);
    expect(good).toMatchObject({ tasks: 2, of: 2, spent: { evaluations: 4, messages: 3 } });
  });

  it('does not rank a method that misses an instance, and says how much it has', async () => {
    const partial = rows.filter((row) => !(row.method === 'good' && row.task === 't2' && row.instance === '4'));
    const [table] = (await summarise(partial, manifest)).boards;
    expect(table!.standings.map(({ method, rank, tasks, of }) => [method, rank, tasks, of])).toEqual([
      ['bad', 1, 2, 2],
      ['good', null, 1, 2],
    ]);
  });

  it('does not ask for a task on which the headline is undefined for everybody', async () => {
    const blame = (method: string, task: string, scores: Record<string, number>): ScoredRow => ({
      ...rowOf(method, 't1', 0, 0, 0),
      task,
      credit: { firstError: 0 },
      truth: { 'first-error': { step: null, reason: 'none' } },
      scores: { 'first-error': scores },
    });
    const summary = await summarise(
      [blame('good', 't1', { 'step-accuracy': 1 }), blame('good', 't2', { 'correct-accuracy': 1 })],
      manifestOf(methodOf('good', { targets: ['first-error'] } as never)),
    );
    expect(summary.boards[0]).toMatchObject({
      tasks: ['t1'],
      standings: [{ method: 'good', rank: 1, tasks: 1, of: 1 }],
    });
  });

  it('names the control that a method does not beat', async () => {
    const summary = await summarise(
      rowsFor({ good: 0.2, bad: 2, guess: 1 }),
      manifestOf(methodOf('good'), methodOf('bad'), methodOf('guess', { control: true })),
    );
    const [table] = summary.boards;
    expect(table!.standings.map(({ method, beatenBy }) => [method, beatenBy])).toEqual([
      ['bad', 'guess'],
      ['good', null],
      ['guess', null],
    ]);
    expect(find(summary, { method: 'guess', ranked: true })).toEqual([]);
  });
});

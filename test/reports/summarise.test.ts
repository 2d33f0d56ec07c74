import { describe, expect, it } from 'vitest';
import { randomOf, randomOrder } from '../../harness/random.ts';
import type { Row, ScoredRow } from '../../harness/row.ts';
import { score } from '../../harness/score.ts';
import { spearman } from '../../harness/statistics/spearman.ts';
import { summarise } from '../../reports/summarise.ts';
import type { ScoreEntry, Summary } from '../../reports/summary.ts';
import { manifestOf, methodOf, rowsFor } from './noisy-rows.ts';

const rows = rowsFor({ good: 0.2, bad: 2 });
const manifest = manifestOf(methodOf('good'), methodOf('bad'));
const find = ({ scores }: Summary, about: Partial<ScoreEntry>) =>
  scores.filter((entry) =>
    Object.entries(about).every(
      ([key, value]) => JSON.stringify(entry[key as keyof ScoreEntry]) === JSON.stringify(value),
    ),
  );
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('summarise', () => {
  it('averages a metric over seeds and then over instances', async () => {
    const [entry] = find(await summarise(rows, manifest), {
      task: 't1',
      method: 'good',
      metric: 'mse',
      slice: null,
      board: 'agent',
    });
    const slow = mean(
      [0, 1, 2, 3, 4].map((instance) =>
        mean(
          rows
            .filter((row) => row.method === 'good' && row.task === 't1' && row.instance === String(instance))
            .map(({ credit, truth }) => mean(truth.shapley!.map((value, i) => (credit.agents![i]! - value) ** 2))),
        ),
      ),
    );
    expect(entry!.value).toBeCloseTo(slow, 12);
    expect(entry).toMatchObject({ instances: 5, seeds: 2, scored: 10, skipped: 0, failed: 0, ranked: true });
    expect(entry!.low!).toBeLessThan(entry!.value);
    expect(entry!.high!).toBeGreaterThan(entry!.value);
  });

  it('has a line per role, and one number for every question', async () => {
    const summary = await summarise(rows, manifest);
    const [entry] = find(summary, {
      task: 't2',
      method: 'bad',
      metric: 'mse',
      slice: { role: 'lead' },
      board: 'message',
    });
    const slow = mean(
      rows
        .filter((row) => row.method === 'bad' && row.task === 't2')
        .map(({ credit, truth }) => mean([0, 2].map((i) => (credit.messages![i]! - truth.advantage![i]!) ** 2))),
    );
    expect(entry!.value).toBeCloseTo(slow, 12);
    const keys = summary.scores.map(({ board, task, method, budget, metric, slice }) =>
      JSON.stringify([board, task, method, budget, metric, slice]),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('correlates pooled messages as one long list', async () => {
    const [entry] = find(await summarise(rows, manifest), {
      task: 't1',
      method: 'bad',
      metric: 'spearman-pooled',
      slice: null,
    });
    const mine = rows.filter((row) => row.method === 'bad' && row.task === 't1');
    const slow = spearman(
      mine.flatMap(({ credit }) => credit.messages!),
      mine.flatMap(({ truth }) => truth.advantage!),
    );
    expect(entry!.value).toBeCloseTo(slow as number, 12);
  });

  it('does not depend on the order of rows', async () => {
    const shuffled = [...randomOrder(randomOf('order'), rows.length)].map((place) => rows[place]!);
    expect(await summarise(shuffled, manifest)).toEqual(await summarise(rows, manifest));
  });

  it('changes no number of a method when another joins, leaves, or fails', async () => {
    const alone = await summarise(
      rows.filter(({ method }) => method === 'good'),
      manifestOf(methodOf('good')),
    );
    const broken: Row[] = rows.map((row): Row => {
      if (row.method === 'good') return row;
      const { roles, authors, outcome, credit, truth, scores, spent, ...identity } = row;
      return { ...identity, status: 'failed', reason: 'broken' };
    });
    for (const together of [rows, broken])
      expect(find(await summarise(together, manifest), { method: 'good' })).toEqual(find(alone, { method: 'good' }));
  });

  it('gives no interval where many resamples have no correlation', async () => {
    const two = rows
      .filter(({ instance, seed }) => instance < '2' && seed === 0)
      .map((row): ScoredRow => {
        const flat = row.instance === '0' ? 1 : 0;
        return { ...row, credit: { ...row.credit, messages: [flat, flat, flat] } };
      });
    const [entry] = find(await summarise(two, manifest), {
      task: 't1',
      method: 'bad',
      metric: 'spearman-pooled',
      slice: null,
    });
    expect(entry).toMatchObject({ low: null, high: null, instances: 2 });
    expect(Number.isFinite(entry!.value)).toBe(true);
  });

  it('says why a metric is absent, and counts the cells where it is undefined', async () => {
    const constant = rows.map((row): ScoredRow => {
      if (row.method !== 'bad') return row;
      const credit = { ...row.credit, messages: [0, 0, 0] };
      const typed = { advantage: Float64Array.from(row.truth.advantage!) };
      const messages = row.authors.map((agent) => ({ agent, text: '' }));
      const { advantage } = score({ messages: new Float64Array(3) }, typed, { messages });
      return { ...row, credit, scores: { ...row.scores, advantage } as ScoredRow['scores'] };
    });
    const { absent } = await summarise(constant, manifest);
    expect(
      absent
        .filter(({ method, slice }) => method === 'bad' && slice === null)
        .map(({ metric, reason }) => [metric, reason]),
    ).toEqual([
      ['spearman', 'the credit is constant'],
      ['spearman-pooled', 'the credit is constant'],
      ['spearman', 'the credit is constant'],
      ['spearman-pooled', 'the credit is constant'],
    ]);
    const mixed = constant.map((row) =>
      row.seed === 0
        ? row
        : rows.find(
            (one) =>
              one.method === row.method && one.task === row.task && one.instance === row.instance && one.seed === 1,
          )!,
    );
    const [entry] = find(await summarise(mixed, manifest), {
      task: 't1',
      method: 'bad',
      metric: 'spearman',
      slice: null,
      board: 'message',
    });
    expect(entry).toMatchObject({ undefined: 5, instances: 5 });
  });

  it('leaves out rows of older code and of other versions, and says how many', async () => {
    const older = rows.map((row) => ({ ...row, code: 'older' }));
    const version0 = rows.map((row) => ({ ...row, version: 0 }));
    const summary = await summarise([...rows, ...older, ...version0], manifest);
    const plain = await summarise(rows, manifest);
    expect(summary).toEqual({ ...plain, counts: { ...plain.counts, stale: 2 * rows.length } });
  });

  it('forgets that a task was not there once it has been run', async () => {
    const { roles, authors, outcome, credit, truth, scores, spent, ...identity } = rows[0]!;
    const absent: Row = { ...identity, instance: '*', status: 'skipped', reason: 'not here' };
    expect(await summarise([absent, ...rows], manifest)).toEqual(await summarise(rows, manifest));
    expect((await summarise([absent], manifest)).coverage).toMatchObject([{ task: 't1', skipped: 1 }]);
  });

  it('has no interval from one instance', async () => {
    const one = rows.filter(({ instance }) => instance === '0');
    for (const { low, high } of (await summarise(one, manifest)).scores) expect([low, high]).toEqual([null, null]);
  });

  it('prints what guessing would score on a blame task', async () => {
    const blame = (instance: string, authors: number[], step: number): ScoredRow => ({
      ...rows[0]!,
      task: 'logs',
      instance,
      authors,
      credit: { firstError: 0 },
      truth: { 'first-error': { step, agent: authors[step]! } },
      scores: { 'first-error': { 'step-accuracy': step === 0 ? 1 : 0 } },
    });
    const { baselines } = await summarise(
      [blame('a', [0, 1, 0, 1], 1), blame('b', [0, 0], 1), blame('c', [1, 0, 1], 0)],
      manifest,
    );
    expect(baselines.map(({ name, metric, value, instances }) => [name, metric, value, instances])).toEqual([
      ['random guess', 'step-accuracy', (1 / 4 + 1 / 2 + 1 / 3) / 3, 3],
      ['random guess', 'agent-accuracy', (1 / 2 + 1 + 1 / 2) / 3, 3],
      ['best constant step (in-sample)', 'step-accuracy', 2 / 3, 3],
      ['best constant agent (in-sample)', 'agent-accuracy', 2 / 3, 3],
    ]);
  });
});

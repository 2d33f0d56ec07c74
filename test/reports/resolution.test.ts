import { describe, expect, it } from 'vitest';
import type { AnalysisPlan } from '../../harness/analysis-plan.ts';
import type { Manifest } from '../../harness/manifest.ts';
import type { Row } from '../../harness/row.ts';
import { holm } from '../../harness/statistics/holm.ts';
import { signFlipTest } from '../../harness/statistics/sign-flip-test.ts';
import { wilcoxonSignedRank } from '../../harness/statistics/wilcoxon-signed-rank.ts';
import { summarise } from '../../reports/summarise.ts';
import type { BoardTable, Summary } from '../../reports/summary.ts';
import { manifestOf, methodOf, rowsFor } from './noisy-rows.ts';

const spreads = { good: 0.2, fair: 0.5, close: 0.55, bad: 2 };
const rows = rowsFor(spreads);
const names = Object.keys(spreads);
const under = (plan: Partial<AnalysisPlan>, ...methods: string[]): Manifest => {
  const manifest = manifestOf(...methods.map((name) => methodOf(name)));
  return { ...manifest, suite: { ...manifest.suite, analysis: { ...manifest.suite.analysis, ...plan } } };
};
const tableOf = ({ boards }: Summary, board: 'agent' | 'message' = 'agent'): BoardTable =>
  boards.find((table) => table.board === board)!;
const pairOf = (table: BoardTable, a: string, b: string) =>
  table.resolution!.pairs.find(({ first, second }) => (first === a && second === b) || (first === b && second === a))!;
const lineOf = (table: BoardTable, name: string) => table.standings.find(({ method }) => method === name)!;

/** Per instance and task, the relative error with seeds averaged. */
function errorsOf(method: string): number[][] {
  return ['t1', 't2'].map((task) =>
    ['0', '1', '2', '3', '4'].map((instance) => {
      const mine = rows.filter((row) => row.method === method && row.task === task && row.instance === instance);
      const values = mine.map(({ scores }) => scores.shapley!['relative-error'] as number);
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    }),
  );
}

describe('a resolved table', () => {
  it('tests two methods on their paired differences per instance, and corrects by Holm over all pairs', async () => {
    const table = tableOf(await summarise(rows, under({}, ...names)));
    const { pairs, comparisons } = table.resolution!;
    expect([pairs.length, comparisons]).toEqual([6, 6]);
    for (const { first, second, p, difference, instances } of pairs) {
      const [a, b] = [errorsOf(first), errorsOf(second)];
      const differences = a.flatMap((task, place) => task.map((value, index) => b[place]![index]! - value));
      const slow = wilcoxonSignedRank(differences);
      expect(p).toBeCloseTo('reason' in slow ? Number.NaN : slow.p, 9);
      expect(difference).toBeCloseTo(differences.reduce((sum, value) => sum + value, 0) / 10, 9);
      expect(instances).toBe(10);
    }
    const corrected = holm(pairs.map(({ p }) => p!));
    expect(pairs.map(({ adjusted }) => adjusted)).toEqual(corrected);
  });

  it('tests by sign flips where the plan says so', async () => {
    const table = tableOf(await summarise(rows, under({ test: 'sign-flip' }, ...names)));
    const { first, second, p } = table.resolution!.pairs[0]!;
    const [a, b] = [errorsOf(first), errorsOf(second)];
    const weighed = a.flatMap((task, place) => task.map((value, index) => (b[place]![index]! - value) / 10));
    const slow = signFlipTest(weighed, {});
    expect(p).toBeCloseTo('reason' in slow ? Number.NaN : slow.p, 9);
    expect(table.resolution!.test).toBe('sign-flip');
  });

  it.each(['agent', 'message'] as const)(
    'of the %s board keeps raw p and interval of a pair when a method joins',
    async (board) => {
      const two = tableOf(
        await summarise(
          rows.filter(({ method }) => ['good', 'bad'].includes(method)),
          under({}, 'good', 'bad'),
        ),
        board,
      );
      const four = tableOf(await summarise(rows, under({}, ...names)), board);
      const [alone, together] = [pairOf(two, 'good', 'bad'), pairOf(four, 'good', 'bad')];
      expect({ ...together, adjusted: null, verdict: null }).toEqual({ ...alone, adjusted: null, verdict: null });
      expect(alone.adjusted).toBe(alone.p);
    },
  );

  it.each(['agent', 'message'] as const)(
    'of the %s board puts a copy of a method beside it in everything',
    async (board) => {
      const both = rowsFor({ good: 0.2, copy: 0.2, fair: 0.5, bad: 2 });
      const table = tableOf(await summarise(both, under({}, 'good', 'copy', 'fair', 'bad')), board);
      const [good, copy] = [lineOf(table, 'good'), lineOf(table, 'copy')];
      expect({ ...copy, method: '', title: '' }).toEqual({ ...good, method: '', title: '' });
      expect(pairOf(table, 'good', 'copy')).toMatchObject({
        difference: 0,
        verdict: 'tied',
        won: 0.5,
        p: 1,
        low: 0,
        high: 0,
      });
      expect(good.probabilityBest).toBe(copy.probabilityBest);
    },
  );

  it('gives the ranks that its verdicts leave open, and groups that agree with them', async () => {
    const table = tableOf(await summarise(rows, under({}, ...names)));
    const { pairs } = table.resolution!;
    for (const line of table.standings) {
      const wins = pairs.filter(
        ({ first, second, verdict }) =>
          (verdict === 'first' && first === line.method) || (verdict === 'second' && second === line.method),
      );
      const losses = pairs.filter(
        ({ first, second, verdict }) =>
          (verdict === 'first' && second === line.method) || (verdict === 'second' && first === line.method),
      );
      expect(line.rankInterval).toEqual({ best: 1 + losses.length, worst: names.length - wins.length });
    }
    expect(lineOf(table, 'good').group).toBe(1);
    expect(lineOf(table, 'bad').group).toBeGreaterThan(1);
    const total = table.standings.reduce((sum, { probabilityBest }) => sum + probabilityBest!, 0);
    expect(total).toBeCloseTo(1, 9);
    expect(table.resolution).toMatchObject({ leader: 'good', splitHalf: 1 });
  });

  it('says that it cannot be significant where there are too few instances, however clear the difference', async () => {
    const few = rows.filter(({ instance, method }) => instance < '2' && ['good', 'bad'].includes(method));
    const table = tableOf(await summarise(few, under({}, 'good', 'bad')));
    expect(pairOf(table, 'good', 'bad')).toMatchObject({ nonZero: 4, verdict: 'cannot be significant' });
    expect(lineOf(table, 'bad')).toMatchObject({ rank: 2, group: 1, rankInterval: { best: 1, worst: 2 } });
  });

  it('takes the critical difference from mean ranks over tasks, or says why there is none', async () => {
    const table = tableOf(await summarise(rows, under({}, ...names)));
    expect(table.resolution!.critical).toMatchObject({
      tasks: 2,
      meanRanks: [{ method: 'good', meanRank: 1 }, {}, {}, { method: 'bad', meanRank: 4 }],
    });
    const one = tableOf(
      await summarise(
        rows.filter(({ task }) => task === 't1'),
        under({}, ...names),
      ),
    );
    expect(one.resolution!.critical).toEqual({ reason: 'one task: mean ranks over tasks need at least two' });
  });

  it('has no pairs for a single ranked method', async () => {
    const table = tableOf(
      await summarise(
        rows.filter(({ method }) => method === 'good'),
        under({}, 'good'),
      ),
    );
    expect(table.resolution).toBeNull();
    expect(lineOf(table, 'good')).toMatchObject({ rank: 1, group: 1, rankInterval: { best: 1, worst: 1 } });
  });
});

describe('a plan for missing cells', () => {
  const partial: Row[] = rows.filter((row) => !(row.method === 'good' && row.task === 't2' && row.instance === '4'));

  it('leaves everybody else alone, whatever it is, or says on the table that it does not', async () => {
    const whole = tableOf(await summarise(rows, under({}, ...names)));
    const usual = tableOf(await summarise(partial, under({}, ...names)));
    expect(lineOf(usual, 'good').rank).toBeNull();
    for (const name of ['fair', 'close', 'bad'])
      expect(lineOf(usual, name).metrics).toEqual(lineOf(whole, name).metrics);
    for (const pair of usual.resolution!.pairs)
      expect({ ...pair, adjusted: 0, verdict: '' }).toEqual({
        ...pairOf(whole, pair.first, pair.second),
        adjusted: 0,
        verdict: '',
      });
  });

  it('worst: the missing instance counts as the worst that any ranked method has there', async () => {
    const table = tableOf(await summarise(partial, under({ missing: 'worst' }, ...names)));
    // Seed by seed, because a place is one seed of one instance.
    const worst = [0, 1].map((seed) =>
      Math.max(
        ...rows
          .filter((row) => row.method !== 'good' && row.task === 't2' && row.instance === '4' && row.seed === seed)
          .map(({ scores }) => scores.shapley!['relative-error'] as number),
      ),
    );
    const [first, second] = errorsOf('good');
    const filled = [...second!.slice(0, 4), (worst[0]! + worst[1]!) / 2];
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(lineOf(table, 'good')).toMatchObject({ tasks: 2, of: 2 });
    expect(lineOf(table, 'good').rank).not.toBeNull();
    expect(lineOf(table, 'good').metrics['relative-error']!.value).toBeCloseTo((mean(first!) + mean(filled)) / 2, 12);
  });

  it.each(['agent', 'message'] as const)(
    'intersect: the %s board holds only what every ranked method has',
    async (board) => {
      const without = rows.filter((row) => !(row.task === 't2' && row.instance === '4'));
      const table = tableOf(await summarise(partial, under({ missing: 'intersect' }, ...names)), board);
      const slow = tableOf(await summarise(without, under({}, ...names)), board);
      expect(table.standings).toEqual(slow.standings.map((line) => ({ ...line, spent: expect.anything() })));
    },
  );
});

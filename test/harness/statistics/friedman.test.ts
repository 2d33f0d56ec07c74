import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { friedman } from '../../../harness/statistics/friedman.ts';
import { defined, demsar, demsarUntied } from './examples.ts';

const small = [
  [0.9, 0.8, 0.7, 0.6],
  [0.5, 0.5, 0.4, 0.3],
  [0.8, 0.9, 0.1, 0.1],
];

/** The formulas of statistics.md §5.1 as they stand there, on ranks by counting. */
const slow = (matrix: readonly (readonly number[])[], isCorrected: boolean) => {
  const [tasks, methods] = [matrix.length, matrix[0]!.length];
  const ranks = matrix.map((row) =>
    row.map((x) => row.filter((y) => y > x).length + (row.filter((y) => y === x).length + 1) / 2),
  );
  const means = ranks[0]!.map((_, j) => ranks.reduce((sum, row) => sum + row[j]!, 0) / tasks);
  const plain =
    ((12 * tasks) / (methods * (methods + 1))) *
    (means.reduce((sum, mean) => sum + mean ** 2, 0) - (methods * (methods + 1) ** 2) / 4);
  const tied = matrix.flatMap((row) => [...new Set(row)].map((x) => row.filter((y) => y === x).length));
  const correction = 1 - tied.reduce((sum, t) => sum + t ** 3 - t, 0) / (tasks * methods * (methods ** 2 - 1));
  return { means, statistic: isCorrected ? plain / correction : plain };
};

/** The share of all k!^N arrangements, one row after the other, that are at least as concordant. */
const slowExactP = (matrix: readonly (readonly number[])[]) => {
  const orders = (items: readonly number[]): number[][] =>
    items.length === 0
      ? [[]]
      : items.flatMap((item, i) => orders(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]));
  let tables: number[][][] = [[]];
  for (const row of matrix) tables = tables.flatMap((table) => orders(row).map((order) => [...table, order]));
  const observed = slow(matrix, false).statistic;
  return tables.filter((table) => slow(table, false).statistic >= observed - 1e-9).length / tables.length;
};

const table = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 6 })).chain(([methods, tasks]) => {
  const row = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: methods, maxLength: methods });
  return fc.array(row, { minLength: tasks, maxLength: tasks });
});
const isFlat = (row: readonly number[]) => new Set(row).size === 1;

describe('friedman', () => {
  it('gives the worked test W26 of complete agreement', () => {
    const found = defined(
      friedman([
        [3, 2, 1],
        [3, 2, 1],
        [3, 2, 1],
      ]),
    );
    expect(found).toMatchObject({ statistic: 6, meanRanks: [1, 2, 3], exactP: 6 / 216, concordance: 1 });
    expect(found.p).toBeCloseTo(0.0497870684, 10);
    expect(found.imanDavenport).toEqual({ reason: 'complete agreement' });
  });

  it('gives the worked test W27, with and without the correction for ties', () => {
    const plain = defined(friedman(small, { ties: 'ignore' }));
    expect(plain.statistic).toBeCloseTo(7.6, 9);
    expect(plain.p).toBeCloseTo(0.0550439364, 9);
    expect(defined(plain.imanDavenport).statistic).toBeCloseTo(10.8571429, 7);
    const found = defined(friedman(small));
    expect(found.meanRanks).toEqual([1.5, 1.5, 9.5 / 3, 11.5 / 3]);
    expect(found.statistic).toBeCloseTo(8.1428571, 7);
    expect(found.p).toBeCloseTo(0.0431497243, 9);
    expect(defined(found.imanDavenport).statistic).toBeCloseTo(19, 9);
    expect([found.exactP, plain.exactP]).toEqual([288 / 13824, 288 / 13824]);
  });

  it.each([
    ['W28', demsarUntied, 'ignore', [44, 28, 40.5, 27.5], 9.2785714, 0.0258075, 3.686313, 0.019823],
    ['W28', demsarUntied, 'correct', [44, 28, 40.5, 27.5], 10.2283465, 0.0167216, 4.1851301, 0.0116207],
    ['W29', demsar, 'ignore', [44, 28, 41, 27], 9.8571429, 0.0198203, 3.9866667, 0.0143524],
    ['W29', demsar, 'correct', [44, 28, 41, 27], 10.952381, 0.0119862, 4.5858896, 0.0076288],
  ] as const)('gives Demšar’s example %s with ties %3$s', (_, matrix, ties, sums, statistic, p, f, fp) => {
    const found = defined(friedman(matrix, { ties }));
    for (const [method, sum] of sums.entries()) expect(found.meanRanks[method]).toBeCloseTo(sum / 14, 9);
    expect([found.statistic, found.p]).toEqual([expect.closeTo(statistic, 6), expect.closeTo(p, 6)]);
    expect(found.imanDavenport).toEqual({ statistic: expect.closeTo(f, 6), p: expect.closeTo(fp, 6) });
    expect(found.concordance).toBeCloseTo(statistic / 42, 7);
    expect(found.exactP).toEqual({ reason: '4 methods on 14 tasks have too many arrangements to enumerate' });
  });

  it('agrees with the formulas written out, whatever the order of tasks and methods', () => {
    fc.assert(
      fc.property(table, fc.boolean(), (matrix, isCorrected) => {
        const found = defined(friedman(matrix, { ties: isCorrected ? 'correct' : 'ignore' }));
        const expected = slow(matrix, isCorrected);
        for (const [j, mean] of expected.means.entries()) expect(found.meanRanks[j]).toBeCloseTo(mean, 12);
        if (!matrix.every(isFlat)) expect(found.statistic).toBeCloseTo(expected.statistic, 9);
        const turned = matrix.toReversed().map((row) => row.toReversed().map((x) => 0.1 * x + 3));
        const again = defined(friedman(turned, { ties: isCorrected ? 'correct' : 'ignore' }));
        expect(again).toEqual({ ...found, meanRanks: found.meanRanks.toReversed() });
      }),
    );
  });

  it('has the exact p of brute force over all arrangements, with ties', () => {
    for (const matrix of [
      [
        [3, 1, 1],
        [2, 3, 1],
        [3, 2, 2],
      ],
      [
        [1, 2],
        [2, 2],
        [3, 1],
        [1, 5],
        [2, 4],
      ],
      [
        [4, 3, 2, 1],
        [3, 4, 1, 1],
      ],
      [[1, 2, 3]],
    ])
      expect(defined(friedman(matrix)).exactP).toBeCloseTo(slowExactP(matrix), 12);
  });

  it('is a number or a reason at its limits', () => {
    expect(friedman([])).toEqual({ reason: 'no values' });
    expect(friedman([[1], [2]])).toEqual({ reason: 'one method' });
    expect(defined(friedman([[2, 1]])).imanDavenport).toEqual({ reason: 'one task' });
    const flat = defined(
      friedman([
        [1, 1, 1],
        [2, 2, 2],
      ]),
    );
    expect(flat).toMatchObject({ statistic: 0, p: 1, exactP: 1, imanDavenport: { statistic: 0, p: 1 } });
    expect(flat.concordance).toEqual({ reason: 'every task ties all methods' });
    expect(
      defined(
        friedman(
          [
            [1, 1],
            [2, 2],
          ],
          { ties: 'ignore' },
        ),
      ),
    ).toMatchObject({ statistic: 0, p: 1, concordance: 0 });
    expect(defined(friedman([[0.1 + 0.2, 0.3]])).meanRanks).toEqual([1.5, 1.5]);
  });

  it('refuses ragged tables and what is no number', () => {
    expect(() => friedman([[1, 2], [1]])).toThrow('row 1 of the matrix has 1 values');
    expect(() => friedman([[1, NaN]])).toThrow('NaN');
    expect(() => friedman([[], []])).toThrow('without columns');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bonferroniDunn } from '../../../harness/statistics/bonferroni-dunn.ts';
import { friedman } from '../../../harness/statistics/friedman.ts';
import { nemenyi } from '../../../harness/statistics/nemenyi.ts';
import { defined, demsar, demsarUntied } from './examples.ts';

/** q.05/√2, q.10/√2, q.01/√2 and Bonferroni–Dunn's .05, by the number of methods: W30. */
const critical: readonly (readonly [number, number, number, number, number])[] = [
  [2, 1.959964, 1.644854, 2.575829, 1.959964],
  [3, 2.343701, 2.052293, 2.913494, 2.241403],
  [4, 2.569032, 2.291341, 3.11325, 2.39398],
  [5, 2.727774, 2.459516, 3.254686, 2.497705],
  [6, 2.849705, 2.588521, 3.36374, 2.575829],
  [7, 2.94832, 2.692732, 3.452213, 2.638257],
  [8, 3.030878, 2.779884, 3.526471, 2.69011],
  [9, 3.10173, 2.854606, 3.590339, 2.734369],
  [10, 3.163684, 2.919889, 3.646292, 2.772921],
  [15, 3.39123, 3.159199, 3.852654, 2.913726],
  [20, 3.543799, 3.319233, 3.99177, 3.007787],
];

const meanRanksOf = (matrix: readonly (readonly number[])[]) => defined(friedman(matrix)).meanRanks;

describe('nemenyi and bonferroniDunn', () => {
  it.each(critical)('have the critical values W30 of %i methods', (k, at05, at10, at01, dunn) => {
    const unit = Math.sqrt((k * (k + 1)) / (6 * 12));
    const ranks = Array.from({ length: k }, (_, method) => method + 1);
    for (const [alpha, expected] of [
      [0.05, at05],
      [0.1, at10],
      [0.01, at01],
    ] as const)
      expect(Math.abs(defined(nemenyi(ranks, 12, { alpha })).criticalDifference / unit - expected)).toBeLessThan(1e-6);
    expect(Math.abs(defined(bonferroniDunn(k, 12)) / unit - dunn)).toBeLessThan(1e-6);
  });

  it('give Demšar’s critical differences and p-values, W31', () => {
    const ranks = meanRanksOf(demsarUntied);
    const { criticalDifference, p } = defined(nemenyi(ranks, 14));
    expect(criticalDifference).toBeCloseTo(1.2535591, 6);
    expect(defined(nemenyi(ranks, 14, { alpha: 0.1 })).criticalDifference).toBeCloseTo(1.1180602, 6);
    for (const [one, other, expected] of [
      [0, 1, 0.0886727],
      [0, 2, 0.9561772],
      [0, 3, 0.0741848],
      [1, 2, 0.2592281],
      [1, 3, 0.9998594],
      [2, 3, 0.2266969],
    ] as const) {
      expect(p[one]![other]).toBeCloseTo(expected, 6);
      expect(p[other]![one]).toBe(p[one]![other]);
    }
    expect(p.map((row, method) => row[method])).toEqual([1, 1, 1, 1]);
  });

  it('show that the p of a pair depends on who else is there, W32', () => {
    const columns = (...kept: number[]) => demsar.map((row) => kept.map((column) => row[column]!));
    const pOfFirstAndLast = (matrix: readonly (readonly number[])[]) =>
      defined(nemenyi(meanRanksOf(matrix), 14)).p[0]!.at(-1);
    expect(pOfFirstAndLast(columns(0, 1, 3))).toBeCloseTo(0.0289169, 6);
    expect(pOfFirstAndLast(columns(0, 2, 3))).toBeCloseTo(0.0476952, 6);
    expect(pOfFirstAndLast(demsar)).toBeCloseTo(0.0616833, 6);
  });

  it('have p < alpha exactly where ranks differ by more than the critical difference', () => {
    const ranks = fc.array(fc.integer({ min: 10, max: 60 }), { minLength: 2, maxLength: 7 });
    fc.assert(
      fc.property(ranks, fc.integer({ min: 2, max: 40 }), fc.constantFrom(0.01, 0.05, 0.2), (tenths, tasks, alpha) => {
        const means = tenths.map((tenth) => tenth / 10);
        const { criticalDifference, p } = defined(nemenyi(means, tasks, { alpha }));
        for (const [one, row] of p.entries())
          for (const [other, value] of row.entries())
            expect(value < alpha).toBe(Math.abs(means[one]! - means[other]!) > criticalDifference);
      }),
      { numRuns: 40 },
    );
  });

  it('give p = 1 to equal mean ranks, even where rounding tells them apart', () => {
    expect(defined(nemenyi([1.5 + 2 ** -52, 1.5], 10_000)).p[0]![1]).toBe(1);
  });

  it('are a reason at their limits, and refuse what is none', () => {
    expect([nemenyi([], 3), nemenyi([1], 3), bonferroniDunn(1, 3)]).toEqual([
      { reason: 'no values' },
      { reason: 'one method' },
      { reason: 'one method' },
    ]);
    expect(() => nemenyi([1, 2], 0)).toThrow('tasks is 0');
    expect(() => nemenyi([1, NaN], 3)).toThrow('NaN');
    expect(() => nemenyi([1, 2], 3, { alpha: 0 })).toThrow('alpha is 0');
    expect(() => bonferroniDunn(0, 3)).toThrow('methods is 0');
    expect(() => bonferroniDunn(3, 3, { alpha: 1 })).toThrow('alpha is 1');
  });
});

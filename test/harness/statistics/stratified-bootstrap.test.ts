import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bootstrap } from '../../../harness/statistics/bootstrap.ts';
import { compensatedMean } from '../../../harness/statistics/compensated-sum.ts';
import { interquartileMean } from '../../../harness/statistics/interquartile-mean.ts';
import { type Matrix, pooled } from '../../../harness/statistics/matrix.ts';
import { quantile } from '../../../harness/statistics/quantile.ts';
import { stratifiedBootstrap } from '../../../harness/statistics/stratified-bootstrap.ts';
import { undefinedFor } from '../../../harness/statistics/undefined.ts';
import { defined } from './defined.ts';

const mean = (matrix: Matrix) => compensatedMean(pooled(matrix));
const table = [
  [0.1, 0.5],
  [0.4, 0.6],
  [0.9, 0.2],
];

/** All n^(nT) resamples one by one: every column with every sequence of drawn runs. */
function slow(matrix: readonly number[][], statistic: (matrix: Matrix) => number, level: number) {
  const [runs, tasks] = [matrix.length, matrix[0]!.length];
  const values: number[] = [];
  for (let code = 0; code < runs ** (runs * tasks); code++) {
    let rest = code;
    const resample = matrix.map(() => new Array<number>(tasks));
    for (let run = 0; run < runs; run++)
      for (let task = 0; task < tasks; task++) {
        resample[run]![task] = matrix[rest % runs]![task]!;
        rest = Math.floor(rest / runs);
      }
    values.push(statistic(resample));
  }
  values.sort((a, b) => a - b);
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length;
  return {
    low: quantile(values, (1 - level) / 2),
    high: quantile(values, 1 - (1 - level) / 2),
    standardError: Math.sqrt(variance),
    resamples: values.length,
  };
}

describe('stratifiedBootstrap', () => {
  it('enumerates the runs of each task: W10', () => {
    const found = defined<Bootstrap>(stratifiedBootstrap(table, mean, {}));
    expect(found).toMatchObject({ resamples: 729, exact: true });
    expect(found.estimate).toBeCloseTo(0.45, 12);
    expect(found.standardError).toBeCloseTo(0.1071516751, 10);
    expect(found.low).toBeCloseTo(0.25, 12);
    expect(found.high).toBeCloseTo(2 / 3, 12);
  });

  it('enumerates three runs of one task: W11', () => {
    const found = defined<Bootstrap>(stratifiedBootstrap([[0.2], [0.5], [0.9]], mean, {}));
    expect(found).toMatchObject({ resamples: 27, exact: true });
    expect(found.standardError).toBeCloseTo(0.165551827, 10);
    expect(found.low).toBeCloseTo(0.265, 12);
    expect(found.high).toBeCloseTo(0.8133333333, 10);
  });

  it('enumerates paired differences: W12', () => {
    const found = defined<Bootstrap>(stratifiedBootstrap([[0.3], [-0.1], [0.2], [0.4]], mean, {}));
    expect(found).toMatchObject({ resamples: 256, exact: true });
    expect(found.standardError).toBeCloseTo(0.0935414347, 10);
    expect(found.low).toBeCloseTo(0, 12);
    expect(found.high).toBeCloseTo(0.35, 12);
  });

  it('takes 1,225 distinct resamples for 65,536', () => {
    let calls = 0;
    const rows = [1, 2, 3, 4].map((run) => [run, run * run]);
    const counting = (matrix: Matrix) => {
      calls++;
      return mean(matrix);
    };
    expect(stratifiedBootstrap(rows, counting, {})).toMatchObject({ resamples: 65_536, exact: true });
    // One more for the estimate.
    expect(calls).toBe(1_226);
  });

  it('agrees with resampling in every possible way', () => {
    const cell = fc.integer({ min: -4, max: 4 }).map((value) => value / 4);
    const shape = fc.constantFrom([2, 1], [2, 2], [2, 3], [3, 1], [3, 2], [4, 1]);
    const matrices = shape.chain(([runs, tasks]) =>
      fc.array(fc.array(cell, { minLength: tasks!, maxLength: tasks! }), { minLength: runs!, maxLength: runs! }),
    );
    const statistics = fc.constantFrom(mean, (matrix: Matrix) => interquartileMean(matrix) as number); // never empty
    fc.assert(
      fc.property(matrices, statistics, fc.constantFrom(0.5, 0.9, 0.95), (matrix, statistic, level) => {
        const expected = slow(matrix, statistic, level);
        const found = defined<Bootstrap>(stratifiedBootstrap(matrix, statistic, { level }));
        expect(found.resamples).toBe(expected.resamples);
        expect(found.low).toBeCloseTo(expected.low, 9);
        expect(found.high).toBeCloseTo(expected.high, 9);
        expect(found.standardError).toBeCloseTo(expected.standardError, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('draws close to what it enumerates', () => {
    const rows = [0, 3, 4, 9, 16].map((run) => [run, 7 - run]);
    const exact = defined<Bootstrap>(stratifiedBootstrap(rows, mean, { exact: true }));
    const drawn = defined<Bootstrap>(
      stratifiedBootstrap(rows, mean, { exact: false, seed: 'drawn', resamples: 20_000 }),
    );
    const spread = exact.standardError as number; // the statistic is defined everywhere
    expect([exact.exact, drawn.exact, drawn.resamples]).toEqual([true, false, 20_000]);
    // The error of a standard deviation over M normal replicates is σ/√(2M); of a 2.5 % quantile √(pq/M)/density = 2.7 σ/√M.
    expect(Math.abs((drawn.standardError as number) - spread)).toBeLessThan((4 * spread) / Math.sqrt(40_000));
    expect(Math.abs((drawn.low as number) - (exact.low as number))).toBeLessThan(
      (4 * 2.7 * spread) / Math.sqrt(20_000),
    );
    expect(Math.abs((drawn.high as number) - (exact.high as number))).toBeLessThan(
      (4 * 2.7 * spread) / Math.sqrt(20_000),
    );
  });

  it('draws where there is too much to enumerate, and throws where it must not', () => {
    const rows = Array.from({ length: 8 }, (_, run) => [run, run, run]);
    expect(stratifiedBootstrap(rows, mean, { seed: 1, resamples: 100 })).toMatchObject({
      exact: false,
      resamples: 100,
    });
    expect(() => stratifiedBootstrap(rows, mean, { exact: true })).toThrow(
      'too many resamples to enumerate; expected at most 100000 distinct ones and 2^53 in all, or exact: false',
    );
  });

  it('has no width where nothing varies', () => {
    for (const constant of [0.1, 0.7, 1 / 3, 1e9 / 7])
      for (const settings of [{ exact: true }, { exact: false, seed: 1, resamples: 299 }])
        expect(stratifiedBootstrap([[constant], [constant], [constant]], interquartileMean, settings)).toEqual(
          expect.objectContaining({ low: constant, high: constant, standardError: 0 }),
        );
  });

  it('follows a shift and a scale', () => {
    const moved = table.map((row) => row.map((value) => 4 * value + 2));
    const [first, second] = [table, moved].map((rows) =>
      defined<Bootstrap>(stratifiedBootstrap(rows, mean, { exact: false, seed: 3, resamples: 500 })),
    );
    expect(second!.low).toBeCloseTo(4 * (first!.low as number) + 2, 10);
    expect(second!.high).toBeCloseTo(4 * (first!.high as number) + 2, 10);
    expect(second!.standardError).toBeCloseTo(4 * (first!.standardError as number), 10);
  });

  it('is undefined for one run per task, without runs, and where the statistic is', () => {
    expect(stratifiedBootstrap([[1, 2]], mean, { seed: 1 })).toEqual(undefinedFor('one run per task'));
    expect(stratifiedBootstrap([], mean, { seed: 1 })).toEqual(undefinedFor('no values'));
    expect(stratifiedBootstrap(table, () => undefinedFor('never'), {})).toEqual(undefinedFor('never'));
  });

  it('gives no interval where the statistic is undefined on some resample, and counts them', () => {
    const spread = (matrix: Matrix) => {
      const values = pooled(matrix);
      return Math.max(...values) === Math.min(...values) ? undefinedFor('constant') : mean(matrix);
    };
    const found = defined<Bootstrap>(stratifiedBootstrap([[1], [2], [3]], spread, {}));
    const reason = undefinedFor('undefined on 3 of 27 resamples: constant');
    expect(found).toEqual({
      estimate: 2,
      low: reason,
      high: reason,
      standardError: reason,
      resamples: 27,
      exact: true,
    });
  });

  it.each([
    [{ seed: 1, level: 1 }, 'the level is 1; expected a number between 0 and 1'],
    [{ seed: 1, resamples: 0 }, 'the number of resamples is 0; expected a whole number of at least 1'],
    [{ exact: false }, 'no seed is given; drawing resamples needs one'],
    [{ exact: false, seed: 2 ** 53 }, 'the seed is 9007199254740992; expected a safe integer, a bigint or a string'],
  ])('refuses %j', (options, sentence) => {
    expect(() => stratifiedBootstrap(table, mean, options)).toThrow(sentence);
  });

  it('refuses infinite data and a statistic that is NaN', () => {
    expect(() => stratifiedBootstrap([[1], [Number.NaN]], mean, {})).toThrow('value 0 of row 1 of the matrix is NaN');
    expect(() => stratifiedBootstrap(table, () => Number.NaN, {})).toThrow('the statistic is NaN; expected a finite');
  });
});

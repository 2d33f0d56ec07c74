import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateRunTime } from '../../../harness/statistics/aggregate-run-time.ts';
import { interquartileMean } from '../../../harness/statistics/interquartile-mean.ts';
import { meanScore } from '../../../harness/statistics/mean-score.ts';
import { optimalityGap } from '../../../harness/statistics/optimality-gap.ts';
import { undefinedFor } from '../../../harness/statistics/undefined.ts';

const scores = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 30 });

/** From the definition: cross out the least and the greatest, ⌊n/4⌋ times. */
function slowInterquartileMean(values: readonly number[]): number {
  const left = [...values];
  for (let times = 0; times < Math.floor(values.length / 4); times++) {
    left.splice(left.indexOf(Math.min(...left)), 1);
    left.splice(left.indexOf(Math.max(...left)), 1);
  }
  return left.reduce((sum, value) => sum + value, 0) / left.length;
}

describe('interquartileMean', () => {
  it.each([
    ['W1', [1, 2, 4, 8, 100], 14 / 3],
    ['W2', [0, 1, 3, 7, 15, 31, 63], 11.4],
    ['W3', [0.1, 0.2, 0.9], 0.4],
    ['W4', [1, 3, 5, 7, 9, 11, 13, 15, 17], 9],
  ])('drops whole scores at both ends: %s', (_, values, expected) => {
    expect(interquartileMean(values)).toBeCloseTo(expected, 12);
  });

  it('sorts all runs and tasks of a matrix together', () => {
    expect(
      interquartileMean([
        [100, 1],
        [8, 2],
        [4, 3],
      ]),
    ).toBe(interquartileMean([1, 2, 3, 4, 8, 100]));
  });

  it('agrees with crossing out the ends one by one', () => {
    fc.assert(
      fc.property(scores, (values) => {
        expect(interquartileMean(values)).toBeCloseTo(slowInterquartileMean(values), 9);
      }),
    );
  });

  it('neither depends on the order of values nor changes them', () => {
    const values = Float64Array.of(3, 1, 2, 9, 4, 4);
    expect(interquartileMean(values.toReversed())).toBe(interquartileMean(values));
    expect([...values]).toEqual([3, 1, 2, 9, 4, 4]);
  });

  it('is undefined without values and refuses what is no data', () => {
    expect(interquartileMean([])).toEqual(undefinedFor('no values'));
    expect(() => interquartileMean([1, Number.NaN])).toThrow('value 1 of the values is NaN; expected a finite number');
    expect(() => interquartileMean([[1, 2], [3]])).toThrow('row 1 of the matrix has 1 values; expected 2 as in row 0');
    expect(() => interquartileMean([[], []])).toThrow('the matrix has rows without columns');
  });
});

describe('optimalityGap', () => {
  const runs = [
    [0.2, 0.9, 1],
    [0.4, 0.7, 1],
  ];

  it('is the mean shortfall: W5', () => {
    expect(optimalityGap(runs, 1)).toBeCloseTo(0.3, 12);
    expect(optimalityGap(runs)).toBe(optimalityGap(runs, 1));
  });

  it('counts what lies above the target as reached', () => {
    expect(optimalityGap([0.5, 3], 1)).toBe(0.25);
    expect(optimalityGap([2, 3], 1)).toBe(0);
  });

  it('equals target − mean(min(s, target))', () => {
    fc.assert(
      fc.property(scores, fc.double({ min: -50, max: 50, noNaN: true }), (values, target) => {
        const capped = values.reduce((sum, value) => sum + Math.min(value, target), 0) / values.length;
        expect(optimalityGap(values, target)).toBeCloseTo(target - capped, 9);
      }),
    );
  });

  it('is undefined without values and refuses a target that is no number', () => {
    expect(optimalityGap([])).toEqual(undefinedFor('no values'));
    expect(() => optimalityGap([1], Number.NaN)).toThrow('the target is NaN; expected a finite number');
  });
});

describe('meanScore', () => {
  it('weighs tasks alike whatever their number of instances, and instances whatever their number of seeds', () => {
    expect(meanScore([[[1], [3], [0.5, 1.5, 4]], [[10]]])).toBe(6);
  });

  it('is undefined without tasks and names what is empty', () => {
    expect(meanScore([])).toEqual(undefinedFor('no values'));
    expect(() => meanScore([[[1]], []])).toThrow('task 1 has no instances');
    expect(() => meanScore([[[1], []]])).toThrow('instance 1 of task 0 has no seeds');
  });
});

describe('aggregateRunTime', () => {
  it('charges failed runs to the successes: W9', () => {
    expect(aggregateRunTime([4, 10, 10], [true, false, false])).toBe(24);
  });

  it('is the mean where every run succeeds', () => {
    expect(aggregateRunTime([4, 10, 10], [true, true, true])).toBe(8);
  });

  it('is undefined without a success, and without runs', () => {
    expect(aggregateRunTime([4, 10], [false, false])).toEqual(undefinedFor('target never reached'));
    expect(aggregateRunTime([], [])).toEqual(undefinedFor('no values'));
  });

  it('refuses negative evaluations and lists of different lengths', () => {
    expect(() => aggregateRunTime([-1], [true])).toThrow(
      'the number of evaluations of run 0 is -1; expected a finite number of at',
    );
    expect(() => aggregateRunTime([1, 2], [true])).toThrow('2 runs with evaluations and 1 with an end');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dolanMoreProfile } from '../../../harness/statistics/dolan-more-profile.ts';
import { performanceProfile } from '../../../harness/statistics/performance-profile.ts';
import { probabilityOfImprovement } from '../../../harness/statistics/probability-of-improvement.ts';
import { undefinedFor } from '../../../harness/statistics/undefined.ts';

/** Runs × `tasks` with many ties. */
const runs = (tasks: number) =>
  fc.array(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: tasks, maxLength: tasks }), {
    minLength: 1,
    maxLength: 6,
  });
const pairOfMatrices = fc.integer({ min: 1, max: 4 }).chain((tasks) => fc.tuple(runs(tasks), runs(tasks)));

/** #{y < a}, both ways, from sorted columns: U by ranks. */
function slowImprovement(x: readonly number[][], y: readonly number[][]): number {
  const tasks = x[0]!.map((_, task) => {
    const [first, second] = [x.map((row) => row[task]!), y.map((row) => row[task]!)];
    const all = [...first, ...second].toSorted((a, b) => a - b);
    const rankOf = (value: number) => (all.indexOf(value) + 1 + all.lastIndexOf(value) + 1) / 2;
    const ranks = first.reduce((sum, value) => sum + rankOf(value), 0);
    return (ranks - (first.length * (first.length + 1)) / 2) / (first.length * second.length);
  });
  return tasks.reduce((sum, share) => sum + share, 0) / tasks.length;
}

describe('probabilityOfImprovement', () => {
  it('is 1/3 in the published example: W6', () => {
    const x = [
      [1, 2],
      [2, 2],
      [1, 1],
      [2, 1],
    ];
    const y = [
      [1, 1],
      [2, 2],
      [3, 3],
    ];
    expect(probabilityOfImprovement(x, y)).toBeCloseTo(1 / 3, 12);
  });

  it('agrees with Mann–Whitney U from mid-ranks', () => {
    fc.assert(
      fc.property(pairOfMatrices, ([x, y]) => {
        expect(probabilityOfImprovement(x, y)).toBeCloseTo(slowImprovement(x, y), 12);
      }),
    );
  });

  it('is one half against itself, 1 both ways together, and turns round when scores are negated', () => {
    const negate = (matrix: readonly number[][]) => matrix.map((row) => row.map((value) => -value));
    fc.assert(
      fc.property(pairOfMatrices, ([x, y]) => {
        expect(probabilityOfImprovement(x, x)).toBeCloseTo(0.5, 12);
        const forwards = probabilityOfImprovement(x, y) as number; // there are values
        expect(probabilityOfImprovement(y, x)).toBeCloseTo(1 - forwards, 12);
        expect(probabilityOfImprovement(negate(x), negate(y))).toBeCloseTo(1 - forwards, 12);
      }),
    );
  });

  it('ties 0.1 + 0.2 with 0.3, also beside a score of 0', () => {
    expect(probabilityOfImprovement([[0.1 + 0.2]], [[0.3]])).toBe(0.5);
    expect(probabilityOfImprovement([[1e-17], [1]], [[0], [1]])).toBe(0.5);
  });

  it('is undefined without runs and refuses different numbers of tasks', () => {
    expect(probabilityOfImprovement([], [[1]])).toEqual(undefinedFor('no values'));
    expect(() => probabilityOfImprovement([[1, 2]], [[1]])).toThrow('2 and 1 tasks; expected as many of both');
  });
});

describe('performanceProfile', () => {
  const scores = [
    [0.2, 0.9, 1],
    [0.4, 0.7, 1],
  ];

  it('is the share strictly above each threshold: W7', () => {
    expect(performanceProfile(scores, [0.2, 0.4, 0.7, 1], { over: 'runs' })).toEqual([5 / 6, 2 / 3, 1 / 2, 0]);
  });

  it('counts the means of tasks where asked to', () => {
    expect(performanceProfile(scores, [0.2, 0.3, 0.8, 1], { over: 'task-means' })).toEqual([1, 2 / 3, 1 / 3, 0]);
  });

  it('does not count a score that exceeds the threshold by rounding', () => {
    expect(performanceProfile([[0.1 + 0.2]], [0.3], { over: 'runs' })).toEqual([0]);
  });

  it('falls from 1 below all scores to 0 at the largest', () => {
    fc.assert(
      fc.property(runs(3), (matrix) => {
        const shares = performanceProfile(matrix, [-3, -2, -1, 0, 1, 2], { over: 'runs' });
        const all = matrix.flat();
        expect(shares).toEqual(
          Array.from([-3, -2, -1, 0, 1, 2], (least) => all.filter((one) => one > least).length / all.length),
        );
      }),
    );
  });

  it('is undefined without runs', () => {
    expect(performanceProfile([], [1], { over: 'runs' })).toEqual(undefinedFor('no values'));
  });
});

describe('dolanMoreProfile', () => {
  it('is the share of problems within each factor of the best: W8', () => {
    const costs = [
      [2, 1],
      [4, 6],
    ];
    expect(dolanMoreProfile(costs, [1, 1.5, 2])).toEqual([
      [0.5, 0.5, 1],
      [0.5, 1, 1],
    ]);
  });

  it('keeps failed solves in the denominator, and a problem nobody solves counts for nobody', () => {
    const costs = [
      [2, null],
      [null, null],
    ];
    expect(dolanMoreProfile(costs, [1, 1e9])).toEqual([
      [0.5, 0.5],
      [0, 0],
    ]);
  });

  it('is within a factor that rounding would miss', () => {
    const ratio = 2.1 / 0.7;
    expect(ratio).toBeGreaterThan(3);
    expect(dolanMoreProfile([[2.1, 0.7]], [3])).toEqual([[1], [1]]);
  });

  it('is undefined where the least cost is 0 and without problems', () => {
    expect(
      dolanMoreProfile(
        [
          [1, 2],
          [0, 1],
        ],
        [1],
      ),
    ).toEqual(undefinedFor('the least cost of problem 1 is 0, so it has no ratios'));
    expect(dolanMoreProfile([], [1])).toEqual(undefinedFor('no values'));
  });

  it('refuses negative, infinite and ragged costs', () => {
    expect(() => dolanMoreProfile([[1, -2]], [1])).toThrow('the cost of solver 1 on problem 0 is -2');
    expect(() => dolanMoreProfile([[1, Number.POSITIVE_INFINITY]], [1])).toThrow('solver 1 on problem 0 is Infinity');
    expect(() => dolanMoreProfile([[1, 2], [1]], [1])).toThrow('problem 1 has 1 costs; expected 2 as problem 0 has');
  });
});

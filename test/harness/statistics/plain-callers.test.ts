import { describe, expect, it } from 'vitest';
import { friedman } from '../../../harness/statistics/friedman.ts';
import { hierarchicalBootstrap } from '../../../harness/statistics/hierarchical-bootstrap.ts';
import { meanScore } from '../../../harness/statistics/mean-score.ts';
import { performanceProfile } from '../../../harness/statistics/performance-profile.ts';
import { stratifiedBootstrap } from '../../../harness/statistics/stratified-bootstrap.ts';
import { wilcoxonSignedRank } from '../../../harness/statistics/wilcoxon-signed-rank.ts';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const runs = [Float64Array.of(0.1, 0.5), Float64Array.of(0.4, 0.6), Float64Array.of(0.9, 0.2)];
const scores = [
  [Float64Array.of(0.2, 0.4), Float64Array.of(0.6, 0.8)],
  [Float64Array.of(0.5, 0.5), Float64Array.of(0.9, 0.9)],
];

describe('a statistic written for plain arrays', () => {
  it('may flatten the runs it is given, enumerated or drawn', () => {
    const flat = (matrix: number[][]) => mean(matrix.flat());
    const exact = stratifiedBootstrap(runs, flat);
    expect(exact).toMatchObject({ resamples: 729, exact: true, standardError: expect.closeTo(0.1071516751, 10) });
    const drawn = stratifiedBootstrap(runs, flat, { seed: 1, exact: false });
    expect(drawn).toMatchObject({ exact: false, estimate: expect.closeTo(0.45, 12) });
  });

  it('may flatten nested scores at every choice of levels', () => {
    const flat = (nested: number[][][]) => mean(nested.flat(2));
    for (const [levels, error] of [
      [['instances'], 0.1],
      [['instances', 'seeds'], 0.1030776406],
      [['tasks', 'instances', 'seeds'], 0.125],
    ] as const)
      for (const exact of [true, false])
        expect(hierarchicalBootstrap(scores, flat, { levels, exact, seed: 1 })).toMatchObject({
          estimate: expect.closeTo(0.6, 12),
          standardError: expect.closeTo(error, exact ? 10 : 2),
        });
  });

  it('may sort what it is given without changing later draws', () => {
    const settings = { levels: ['instances', 'seeds'], exact: false, seed: 1, resamples: 200 } as const;
    const reversing = (nested: number[][][]) => {
      const found = meanScore(nested);
      for (const task of nested) for (const seeds of task.reverse()) seeds.reverse().fill(7);
      return found;
    };
    expect(hierarchicalBootstrap(scores, reversing, settings)).toEqual(
      hierarchicalBootstrap(scores, meanScore, settings),
    );
    expect(hierarchicalBootstrap(scores, reversing)).toEqual(hierarchicalBootstrap(scores, meanScore));
    expect(Array.from(scores[0]![0]!)).toEqual([0.2, 0.4]);
  });
});

describe('options that are left out', () => {
  it('ask for instances, and for no seed where all resamples are enumerated', () => {
    expect(hierarchicalBootstrap(scores, meanScore)).toMatchObject({ standardError: expect.closeTo(0.1, 10) });
  });

  it('ask a performance profile for runs', () => {
    const matrix = [
      [0.2, 0.9, 1],
      [0.4, 0.7, 1],
    ];
    expect(performanceProfile(matrix, [0.2, 0.4, 0.7, 1])).toEqual([5 / 6, 2 / 3, 1 / 2, 0]);
    expect(performanceProfile(matrix, [0.2], { over: 'task-means' })).toEqual([1]);
  });
});

describe('an option outside its choices', () => {
  it('is refused where types are not checked', () => {
    const wrong = <Choice>(choice: string) => choice as Choice; // What plain JavaScript may pass.
    expect(() => performanceProfile([[1]], [0], { over: wrong('tasks') })).toThrow(
      'over is "tasks"; expected runs or task-means',
    );
    expect(() => friedman([[1, 2]], { ties: wrong('none') })).toThrow('ties is "none"; expected correct or ignore');
    expect(() => wilcoxonSignedRank([1], { zeros: wrong('zsplit') })).toThrow(
      'zeros is "zsplit"; expected drop or pratt or split',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { usualPlan } from '../../../harness/analysis-plan.ts';
import { compareMethods } from '../../../harness/comparison/compare-methods.ts';
import type { CellRow } from '../../../harness/row.ts';
import { errors, scored, unscored } from './rows.ts';

const compare = (first: readonly CellRow[], second: readonly CellRow[], plan = usualPlan) =>
  compareMethods(
    { first: { name: 'a', rows: first }, second: { name: 'b', rows: second }, targets: [] },
    { plan, metrics: [], names: { first: 'run', second: 'run' } },
  );

describe('compareMethods', () => {
  it('gives difference, Student t interval, signed-rank p and the share won, by hand', () => {
    // Differences of errors −0.3, 0.1, −0.2, −0.4: the worked example W19 with the first the better.
    const { comparisons } = compare(errors([0.1, 0.5, 0.3, 0.1]), errors([0.4, 0.4, 0.5, 0.5]));
    expect(comparisons).toHaveLength(1);
    const [found] = comparisons;
    expect(found).toMatchObject({ task: 't', tasks: 1, metric: 'relative-error', p: 0.25, adjustedP: 0.25, won: 0.75 });
    expect(found).toMatchObject({ verdict: 'cannot be significant', smallestP: 1 / 8, instances: 4 });
    expect([found!.firstMean, found!.secondMean].map((value) => Number(value.toFixed(12)))).toEqual([0.25, 0.45]);
    // t₃(.975) = 3.1824463053 times √(0.14/3/4).
    expect(found!.high! - found!.difference).toBeCloseTo(3.1824463053 * Math.sqrt(0.14 / 12), 9);
    expect(found!.difference - found!.low!).toBeCloseTo(3.1824463053 * Math.sqrt(0.14 / 12), 9);
  });

  it('takes test, zeros, level and alpha from the plan', () => {
    const [first, second] = [errors([1, 2, 3, 4, 5, 6]), errors([2, 4, 6, 8, 9, 10])];
    const strict = compare(first, second, { ...usualPlan, alpha: 0.01, level: 0.5, test: 'sign-flip' }).comparisons[0]!;
    const usual = compare(first, second).comparisons[0]!;
    expect([usual.verdict, strict.verdict]).toEqual(['first', 'cannot be significant']);
    expect(strict.high! - strict.low!).toBeLessThan(usual.high! - usual.low!);
    expect(strict.p).toBe(2 / 64);
  });

  it('keeps budgets apart and says what only one was scored on', () => {
    const first = [...errors([1, 2]), ...errors([1, 2], { budget: null }), scored({ task: 'u' })];
    const second = [
      ...errors([1, 3]),
      ...errors([2, 2], { budget: null }),
      unscored({ task: 'u' }),
      scored({ task: 'v' }),
    ];
    const { comparisons, uncompared } = compare(first, second);
    expect(comparisons.map(({ budget, difference }) => [budget, difference])).toEqual([
      [16, 0.5],
      [null, 0.5],
    ]);
    expect(uncompared).toEqual([
      { first: 'a', second: 'b', task: 'u', budget: 16, reason: '1 cell only of the first' },
      { first: 'a', second: 'b', task: 'v', budget: 16, reason: '1 cell only of the second' },
    ]);
  });

  it('calls a copy of a method tied with it', () => {
    expect(compare(errors([1, 2, 3]), errors([1, 2, 3])).comparisons[0]).toMatchObject({
      verdict: 'tied',
      p: 1,
      won: 0.5,
      low: 0,
      high: 0,
    });
  });
});

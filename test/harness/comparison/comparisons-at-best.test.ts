import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualPlan } from '../../../harness/analysis-plan.ts';
import { compareMethods } from '../../../harness/comparison/compare-methods.ts';
import { comparisonsAtBest } from '../../../harness/comparison/comparisons-at-best.ts';
import { holm } from '../../../harness/statistics/holm.ts';
import { errors } from './rows.ts';

describe('comparisonsAtBest', () => {
  it('says whether Holm would reject the test if its p were the smallest it can be', () => {
    const share = fc.integer({ min: 1, max: 1000 }).map((value) => value / 10_000);
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 8 }), share, (others, smallestP) => {
        const actual = [...others, Math.min(1, smallestP + 0.3)];
        const adjusted = holm(actual);
        const tested = actual.map((p, test) => ({ p, adjustedP: adjusted[test]! }));
        const best = holm([...others, smallestP]).at(-1)!;
        const found = smallestP * comparisonsAtBest(smallestP, tested, 0.0501);
        expect(found <= 0.0501).toBe(best <= 0.0501);
      }),
    );
  });

  it('counts every test where there is no smallest p', () => {
    expect(comparisonsAtBest(null, [{ p: 0.001, adjustedP: 0.001 }], 0.05)).toBe(1);
  });
});

describe('a verdict beside others that are significant', () => {
  const six = { task: 'u' };
  const of = (first: readonly number[], second: readonly number[], others: number) =>
    compareMethods(
      {
        first: { name: 'a', rows: [...errors(first, six), ...errors(new Array(20).fill(0.1))] },
        second: { name: 'b', rows: [...errors(second, six), ...errors(new Array(20).fill(others))] },
        targets: [],
      },
      { plan: usualPlan, metrics: [], names: { first: 'a', second: 'b' } },
    ).comparisons.find(({ task }) => task === 'u')!;

  it('is undecided where six signs alike would have been significant, as they are', () => {
    expect(of([1, 1, 1, 1, 1, 1], [2, 3, 4, 5, 6, 0.5], 0.2)).toMatchObject({ verdict: 'undecided', nonZero: 6 });
    expect(of([1, 1, 1, 1, 1, 1], [2, 3, 4, 5, 6, 7], 0.2)).toMatchObject({ verdict: 'first', adjustedP: 1 / 32 });
  });

  it('cannot be significant where the others are not', () => {
    const found = of([1, 1, 1, 1, 1, 1], [2, 3, 4, 5, 6, 0.5], 0.1);
    expect(found).toMatchObject({ verdict: 'cannot be significant', nonZero: 6 });
  });
});

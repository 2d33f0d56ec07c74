import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../harness/random.ts';
import { rankAgreement } from '../../../harness/rank-agreement.ts';
import { kendallTau } from '../../../harness/statistics/kendall-tau.ts';
import { spearman } from '../../../harness/statistics/spearman.ts';
import { defined } from './examples.ts';

/** Counts pairs, quadratic. */
const slowTau = (x: readonly number[], y: readonly number[]) => {
  let [score, ofX, ofY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++)
    for (let j = 0; j < i; j++) {
      const [dx, dy] = [Math.sign(x[i]! - x[j]!), Math.sign(y[i]! - y[j]!)];
      score += dx * dy;
      ofX += dx * dx;
      ofY += dy * dy;
    }
  return score / Math.sqrt(ofX * ofY);
};

const value = fc.integer({ min: -3, max: 3 });
const varied = fc
  .array(fc.tuple(value, value), { minLength: 2, maxLength: 12 })
  .map((pairs) => ({ x: pairs.map(([x]) => x), y: pairs.map(([, y]) => y) }))
  .filter(({ x, y }) => new Set(x).size > 1 && new Set(y).size > 1);

describe('spearman and kendallTau', () => {
  it.each([
    ['W42', [1, 2, 3, 4, 5], [5, 6, 7, 8, 7], 0.8207826817, 0.7378647874],
    ['W43', [1, 2, 3, 4, 5], [2, 1, 4, 3, 5], 0.8, 0.6],
    ['W44', [1, 1, 2, 3], [1, 2, 2, 3], 0.8333333333, 0.8],
  ])('give the worked values %s', (_, x, y, rho, tau) => {
    expect(spearman(x, y)).toBeCloseTo(rho, 10);
    expect(kendallTau(x, y)).toBeCloseTo(tau, 10);
  });

  it('have a τ that agrees with counting pairs', () => {
    fc.assert(
      fc.property(varied, ({ x, y }) => {
        expect(kendallTau(x, y)).toBeCloseTo(slowTau(x, y), 12);
      }),
    );
    const random = randomOf('many pairs');
    const x = Array.from({ length: 1500 }, () => random.below(400));
    const y = x.map((one) => one + random.below(300));
    expect(kendallTau(x, y)).toBeCloseTo(slowTau(x, y), 12);
  });

  it.each([
    ['spearman', spearman],
    ['kendallTau', kendallTau],
  ])('%s is 1 with itself, changes sign with one side, and knows neither order nor scale', (_, correlation) => {
    fc.assert(
      fc.property(varied, ({ x, y }) => {
        const found = defined(correlation(x, y));
        expect(Math.abs(found)).toBeLessThanOrEqual(1);
        expect(correlation(x, x)).toBe(1);
        expect(
          correlation(
            x,
            x.map((one) => -one),
          ),
        ).toBe(-1);
        expect(correlation(y, x)).toBe(found);
        expect(correlation(x.toReversed(), y.toReversed())).toBe(found);
        expect(
          defined(
            correlation(
              x.map((one) => 0.1 * one + 0.7),
              y.map((one) => -one),
            ),
          ) + found,
        ).toBe(0);
      }),
    );
  });

  it.each([
    ['spearman', spearman],
    ['kendallTau', kendallTau],
  ])('%s is a reason for a constant, copies of 0.1 too, and refuses what is no pair', (_, correlation) => {
    const copies = new Array(6).fill(0.1);
    expect(correlation(copies, [1, 2, 3, 4, 5, 6])).toEqual({ reason: 'constant x' });
    expect(correlation([1, 2, 3, 4, 5, 6], copies)).toEqual({ reason: 'constant y' });
    expect(correlation([0.1 + 0.2, 0.3], [1, 2])).toEqual({ reason: 'constant x' });
    expect(correlation([1], [2])).toEqual({ reason: 'fewer than two values' });
    expect(correlation([], [])).toEqual({ reason: 'fewer than two values' });
    expect(() => correlation([1, 2], [1])).toThrow('2 and 1 values');
    expect(() => correlation([1, NaN], [1, 2])).toThrow('NaN');
  });
});

describe('rankAgreement', () => {
  it('is the correlation, or its reason in the words of a score', () => {
    expect(rankAgreement([1, 2, 3], [3, 2, 1])).toBe(-1);
    expect(rankAgreement([2, 2], [1, 2])).toBe('the credit is constant');
    expect(rankAgreement([2, 2], [1, 1])).toBe('the credit is constant');
    expect(rankAgreement([1, 2], [1, 1])).toBe('the truth is constant');
    expect(rankAgreement([1], [1])).toBe('fewer than two values');
  });
});

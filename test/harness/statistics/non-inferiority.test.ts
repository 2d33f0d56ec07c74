import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomNormal, randomOf } from '../../../harness/random.ts';
import { clusteredStandardError } from '../../../harness/statistics/clustered-standard-error.ts';
import { nonInferiority } from '../../../harness/statistics/non-inferiority.ts';
import { undefinedFor } from '../../../harness/statistics/undefined.ts';
import { defined } from './defined.ts';

const example = [-0.01, 0.02, 0, -0.02, 0.01, -0.01, 0, 0.01, -0.03, 0.01];
const judge = (differences: readonly number[], margin: number, clusters?: readonly string[]) =>
  defined(nonInferiority(differences, clusters, { margin }));

describe('nonInferiority', () => {
  it('passes a margin of 0.02 and not of 0.01: W47', () => {
    const found = judge(example, 0.02);
    expect(found.mean).toBeCloseTo(-0.002, 12);
    expect(found.standardError).toBeCloseTo(0.0048989795, 10);
    expect(found.low).toBeCloseTo(-0.0109803827, 10);
    expect(found.high).toBeCloseTo(0.0069803827, 10);
    expect(found.verdict).toBe('pass');
    expect(judge(example, 0.01).verdict).toBe('unproven');
  });

  it('says how many pairs decide at no difference, only where unproven', () => {
    const found = judge(example, 0.01);
    // ((1.6448536 + 0.8416212) · 0.0154919334 / 0.01)², with the standard deviation of the ten.
    expect(found.pairsToDecide).toBeCloseTo((2.4864748605 * 1.54919333848) ** 2, 6);
    expect(judge(example, 0.02)).not.toHaveProperty('pairsToDecide');
  });

  it('gives no number of pairs where as many did not decide', () => {
    const near = Array.from({ length: 40 }, (_, pair) => (pair % 2 === 0 ? -0.11 : -0.09));
    const found = judge(near, 0.1);
    expect(found.verdict).toBe('unproven');
    expect(found.pairsToDecide).toEqual(
      undefinedFor('there are as many pairs as decide at no difference; it is too near the margin'),
    );
  });

  it('is worse where the upper bound lies below the margin', () => {
    const found = judge([-0.3, -0.31, -0.29, -0.3], 0.1);
    expect(found.verdict).toBe('worse');
    expect(found.pWorse).toBeLessThan(1e-4);
    expect(found.p).toBeCloseTo(1 - found.pWorse, 12);
  });

  it('has p-values below alpha exactly where the verdict says so', () => {
    const differences = fc.array(fc.integer({ min: -10, max: 10 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(differences, fc.integer({ min: 1, max: 6 }), (values, margin) => {
        const { p, pWorse, verdict } = judge(values, margin + 0.5);
        expect([p < 0.05, pWorse < 0.05]).toEqual([verdict === 'pass', verdict === 'worse']);
      }),
    );
  });

  it('counts the pairs of one instance as one unit', () => {
    const clusters = ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd', 'e', 'e'];
    const found = judge(example, 0.02, clusters);
    expect(found.standardError).toBe(clusteredStandardError(example, clusters));
    // t_{4; .95} = 2.1318467863.
    expect(found.low).toBeCloseTo(found.mean - 2.1318467863 * found.standardError, 10);
  });

  it.each([
    [[0, 0, 0], 0.01, 'pass', 0, 1],
    [[0.1, 0.1], 0.01, 'pass', 0, 1],
    [[-0.01, -0.01, -0.01], 0.02, 'pass', 0, 1],
    [[-0.3, -0.3], 0.1, 'worse', 1, 0],
    [[-0.1, -0.1, -0.1], 0.1, 'unproven', 1, 1],
  ] as const)('takes differences without spread as they are: %j against %d', (values, margin, verdict, p, pWorse) => {
    expect(judge(values, margin)).toMatchObject({ standardError: 0, verdict, p, pWorse });
  });

  it('takes rounding for no spread and no distance: 0.8 − 0.9 and 0.2 − 0.3 are a margin of 0.1', () => {
    const residue = [0.8 - 0.9, 0.2 - 0.3, 0.7 - 0.8];
    expect(new Set(residue).size).toBeGreaterThan(1);
    expect(judge(residue, 0.1)).toMatchObject({ standardError: 0, verdict: 'unproven', p: 1, pWorse: 1 });
  });

  it('has a bound of exactly 0 for no difference and no spread', () => {
    expect(judge([0, 0, 0, 0], 1e-6)).toMatchObject({ mean: 0, low: 0, high: 0, verdict: 'pass' });
  });

  it('raises no more false alarms than alpha where the truth is the margin', () => {
    const random = randomOf('non-inferiority');
    const verdicts = Array.from({ length: 3000 }, () => {
      const differences = Float64Array.from({ length: 8 }, () => -1 + randomNormal(random));
      return defined(nonInferiority(differences, undefined, { margin: 1 })).verdict;
    });
    for (const verdict of ['pass', 'worse']) {
      const share = verdicts.filter((one) => one === verdict).length / 3000;
      expect(Math.abs(share - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / 3000));
    }
  });

  it('decides with the power it names, at the pairs it names', () => {
    const random = randomOf('pairs to decide');
    const wide = judge([-1, 1, -1, 1], 0.5);
    const pairs = Math.ceil(wide.pairsToDecide as number); // unproven with few pairs
    const spread = Math.sqrt(4 / 3);
    let passed = 0;
    for (let trial = 0; trial < 2000; trial++) {
      const differences = Float64Array.from({ length: pairs }, () => spread * randomNormal(random));
      if (defined(nonInferiority(differences, undefined, { margin: 0.5 })).verdict === 'pass') passed++;
    }
    // Normal quantiles promise 0.8; Student's t gives up to two points less at some thirty pairs.
    expect(Math.abs(passed / 2000 - 0.79)).toBeLessThan(0.01 + 4 * Math.sqrt((0.8 * 0.2) / 2000));
  });

  it('is undefined for one pair, one cluster and no pairs', () => {
    expect(nonInferiority([0], undefined, { margin: 1 })).toEqual(undefinedFor('one pair'));
    expect(nonInferiority([0, 1], ['a', 'a'], { margin: 1 })).toEqual(undefinedFor('one cluster'));
    expect(nonInferiority([], undefined, { margin: 1 })).toEqual(undefinedFor('no values'));
  });

  it('refuses a margin of 0, and an alpha of a half', () => {
    expect(() => judge([0, 1], 0)).toThrow('the margin is 0; expected a finite number above 0');
    expect(() => nonInferiority([0, 1], undefined, { margin: 1, alpha: 0.5 })).toThrow(
      'alpha is 0.5; expected less than 0.5 for a one-sided bound',
    );
  });
});

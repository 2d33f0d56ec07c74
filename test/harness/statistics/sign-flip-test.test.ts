import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomOf, shuffle } from '../../../harness/random.ts';
import { type SignFlipSettings, signFlipTest } from '../../../harness/statistics/sign-flip-test.ts';
import { isUndefined } from '../../../harness/statistics/undefined.ts';
import { signPatterns } from './examples.ts';

const test = (differences: readonly number[], settings?: SignFlipSettings) => {
  const result = signFlipTest(differences, settings);
  if (isUndefined(result)) throw new Error(result.reason);
  return result;
};

/** The share of all sign patterns of whole numbers whose sum is at least as far from 0. */
const slow = (differences: readonly number[]) => {
  const sumOf = (signs: readonly number[]) => differences.reduce((sum, d, i) => sum + d * signs[i]!, 0);
  const observed = Math.abs(differences.reduce((sum, d) => sum + d, 0));
  const patterns = signPatterns(differences.length);
  return patterns.filter((signs) => Math.abs(sumOf(signs)) >= observed).length / patterns.length;
};

describe('signFlipTest', () => {
  it('gives the worked test W17', () => {
    expect(test([0.3, -0.1, 0.2, 0.4])).toEqual({ p: 0.25, exact: true });
  });

  it('agrees with brute force over all signs, with ties and zeros, at any scale', () => {
    const differences = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 11 });
    fc.assert(
      fc.property(differences, fc.constantFrom(1, 0.1, 1e-9, 1e9 / 3), (list, scale) => {
        expect(test(list.map((d) => d * scale))).toEqual({ p: slow(list), exact: true });
        expect(test(list.map((d) => -d * scale).toReversed()).p).toBe(slow(list));
      }),
    );
  });

  it('is exact for twenty differences', () => {
    expect(test(new Array(20).fill(0.1))).toEqual({ p: 2 ** -19, exact: true });
    const list = Array.from({ length: 20 }, (_, i) => (i < 14 ? 1 : -1));
    // P(|2K − 20| ≥ 8) of a binomial K of 20 coins: 2·Σ C(20, i), i ≤ 6.
    expect(test(list).p).toBe((2 * (1 + 20 + 190 + 1140 + 4845 + 15504 + 38760)) / 2 ** 20);
  });

  it('draws what agrees with the enumeration, within four standard errors', () => {
    const random = randomOf('flipped');
    for (let round = 0; round < 5; round++) {
      const list = Array.from({ length: 12 }, () => random.float() - 0.35);
      const exact = test(list, { exact: true }).p;
      const drawn = test(list, { exact: false, resamples: 20_000, seed: round });
      expect(drawn.exact).toBe(false);
      expect(Math.abs(drawn.p - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 20_000) + 1 / 20_000);
    }
  });

  it('repeats with its seed whatever the order, and is never 0', () => {
    const random = randomOf('order of signs');
    const list = Array.from({ length: 75 }, () => random.float() - 0.46);
    const found = test(list, { seed: 7, resamples: 500 });
    expect(test(shuffle(random, [...list]), { seed: 7n, resamples: 500 })).toEqual(found);
    expect(
      test(
        list.map((d) => -d),
        { seed: '7', resamples: 500 },
      ),
    ).toEqual(found);
    expect(test(list, { seed: 8, resamples: 500 })).not.toEqual(found);
    expect(test(new Array(64).fill(1), { seed: 1, resamples: 99 })).toEqual({ p: 0.01, exact: false });
  });

  it('says where there is nothing to flip, and refuses what it cannot do', () => {
    expect(signFlipTest([])).toEqual({ reason: 'no values' });
    expect(test([0, 0, 0])).toEqual({ p: 1, exact: true });
    expect(test(new Array(50).fill(0))).toEqual({ p: 1, exact: true });
    expect(test([...new Array(30).fill(0), 2])).toEqual({ p: 1, exact: true });
    const many = new Array(21).fill(1);
    expect(() => signFlipTest(many, { exact: true, seed: 1 })).toThrow('expected at most 20');
    expect(() => signFlipTest(many)).toThrow('expected a seed');
    expect(() => signFlipTest(many, { seed: 2 ** 60 })).toThrow('expected a safe integer');
    expect(() => signFlipTest(many, { seed: 1, resamples: 0 })).toThrow('resamples is 0');
    expect(() => signFlipTest([NaN])).toThrow('NaN');
  });
});

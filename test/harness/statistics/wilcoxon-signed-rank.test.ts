import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../harness/random.ts';
import { isUndefined } from '../../../harness/statistics/undefined.ts';
import { wilcoxonSignedRank, type ZeroRule } from '../../../harness/statistics/wilcoxon-signed-rank.ts';
import { demsarDifferences, signPatterns } from './examples.ts';

const test = (...args: Parameters<typeof wilcoxonSignedRank>) => {
  const result = wilcoxonSignedRank(...args);
  if (isUndefined(result)) throw new Error(result.reason);
  return result;
};

/** Ranks by counting, and the null by all 2ⁿ patterns of signs of the ranks that are kept. */
const slow = (differences: readonly number[], zeros: ZeroRule) => {
  const pool = zeros === 'drop' ? differences.filter((d) => d !== 0) : differences;
  const rankOf = (d: number) => {
    const sizes = pool.map(Math.abs);
    return (
      sizes.filter((size) => size < Math.abs(d)).length + (sizes.filter((size) => size === Math.abs(d)).length + 1) / 2
    );
  };
  const kept = pool.filter((d) => d !== 0);
  const sum = (signs: readonly number[], sign: number) =>
    kept.reduce((total, d, i) => total + (signs[i] === sign ? rankOf(d) : 0), 0);
  const found = sum(kept.map(Math.sign), 1);
  const sums = signPatterns(kept.length).map((signs) => sum(signs, 1));
  const greater = sums.filter((s) => s >= found).length / sums.length;
  const less = sums.filter((s) => s <= found).length / sums.length;
  return {
    positive: found,
    negative: sum(kept.map(Math.sign), -1),
    greater,
    less,
    p: Math.min(1, 2 * greater, 2 * less),
  };
};

describe('wilcoxonSignedRank', () => {
  it.each([
    ['drop', 71.5, 6.5, 15 / 2048, 12],
    ['pratt', 91.5, 10.5, 1 / 128, 12],
    ['split', 93, 12, 1 / 128, 12],
  ] as const)('gives the worked test W18 with zeros %s, exact with ties', (zeros, positive, negative, p, n) => {
    expect(test(demsarDifferences(0, 1), { zeros })).toMatchObject({ positive, negative, p, n, exact: true });
  });

  it('gives the worked test W19', () => {
    expect(test([0.3, -0.1, 0.2, 0.4])).toMatchObject({ positive: 9, negative: 1, p: 0.25, n: 4, exact: true });
  });

  it('agrees with brute force over all signs, with ties and zeros', () => {
    const differences = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(differences, fc.constantFrom('drop', 'pratt'), (list, zeros) => {
        if (list.every((d) => d === 0)) return;
        expect(test(list, { zeros })).toMatchObject(slow(list, zeros));
        const split = test(list, { zeros: 'split' });
        expect(split.p).toBe(test(list, { zeros: 'pratt' }).p);
        expect(split.positive + split.negative).toBe((list.length * (list.length + 1)) / 2);
      }),
    );
  });

  it('agrees with brute force on 14 untied differences, and again from the kept distribution', () => {
    const list = Array.from({ length: 14 }, (_, i) => (i % 3 === 0 ? -1 : 1) * (i + 1));
    expect(test(list)).toMatchObject(slow(list, 'drop'));
    expect(test(list.map((d) => -3 * d)).p).toBe(slow(list, 'drop').p);
  });

  it('keeps ties that rounding would break, and takes rounding residue for zero', () => {
    expect(test([0.1 + 0.2 - 0.3, 0.5, 0.3, 0.1 + 0.2]).n).toBe(3);
    expect(test([0.5, 0.3, -(0.1 + 0.2)]).negative).toBe(1.5);
  });

  it('changes sides with the sign, and nothing with order or scale', () => {
    const random = randomOf('signed ranks');
    const list = Array.from({ length: 40 }, () => random.below(21) - 8);
    const [found, turned] = [test(list), test(list.map((d) => -d))];
    expect(turned).toEqual({
      ...found,
      positive: found.negative,
      negative: found.positive,
      greater: found.less,
      less: found.greater,
    });
    expect(test(list.toReversed().map((d) => 0.1 * d))).toEqual(found);
  });

  it('is near its normal approximation at the largest exact size', () => {
    const random = randomOf('many signed ranks');
    const list = Array.from({ length: 201 }, () => random.float() - 0.45);
    const [exact, normal] = [test(list.slice(0, 200)), test(list)];
    expect([exact.exact, normal.exact]).toEqual([true, false]);
    const z = (exact.positive - (200 * 201) / 4) / Math.sqrt((200 * 201 * 401) / 24);
    expect(exact.greater).toBeGreaterThan(0);
    expect(Math.abs(normal.greater + normal.less - 1)).toBeLessThan(1e-12);
    const approximate = test([...list.slice(0, 200), 0.5e-9]);
    expect(Math.abs(approximate.greater - exact.greater)).toBeLessThan(0.005);
    expect(Math.sign(z)).toBe(Math.sign(0.5 - exact.greater));
  });

  it('says where there is nothing to test, and refuses what is no number', () => {
    expect(wilcoxonSignedRank([])).toEqual({ reason: 'no values' });
    for (const zeros of ['drop', 'pratt', 'split'] as const)
      expect(test([0, 0, -0], { zeros })).toEqual({
        positive: 0,
        negative: 0,
        p: 1,
        greater: 1,
        less: 1,
        n: 0,
        exact: true,
      });
    expect(test([2])).toMatchObject({ positive: 1, negative: 0, p: 1, greater: 0.5, less: 1 });
    expect(() => wilcoxonSignedRank([1, NaN])).toThrow('NaN');
    expect(() => wilcoxonSignedRank([Infinity])).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../harness/statistics/benjamini-hochberg.ts';
import { holm } from '../../../harness/statistics/holm.ts';
import { canBeSignificant, smallestP } from '../../../harness/statistics/smallest-p.ts';
import { normalSf } from '../../../harness/statistics/special/normal.ts';
import { wilcoxonSignedRank } from '../../../harness/statistics/wilcoxon-signed-rank.ts';
import { defined, demsarDifferences } from './examples.ts';

const closeTo = (expected: readonly number[], digits: number) => expected.map((value) => expect.closeTo(value, digits));
const published = [0.5, 0.003, 0.32, 0.054, 0.0003];
const pValues = fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.01, 0.5, 1)), {
  maxLength: 12,
});

describe('holm', () => {
  it('gives the worked values W33, W34 and W35', () => {
    expect(holm(published)).toEqual(closeTo([0.64, 0.012, 0.64, 0.162, 0.0015], 12));
    const z = [2.3421602, 0.5123475, 2.4153527].map((value) => 2 * normalSf(value));
    expect(z).toEqual(closeTo([0.0191725, 0.6084078, 0.01572], 7));
    expect(holm(z)).toEqual(closeTo([0.0471599, 0.6084078, 0.0471599], 7));
    const pairs = [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ].map(([one, other]) => defined(wilcoxonSignedRank(demsarDifferences(one!, other!))).p);
    expect(pairs).toEqual(closeTo([0.0073242, 0.8779297, 0.0124512, 0.0571289, 0.3535156, 0.0219727], 7));
    expect(holm(pairs)).toEqual(closeTo([0.0439453, 0.8779297, 0.0622559, 0.1713867, 0.7070313, 0.0878906], 6));
  });

  it('rejects exactly what stepping down from the smallest rejects', () => {
    fc.assert(
      fc.property(pValues, fc.constantFrom(0.01, 0.05, 0.3), (p, alpha) => {
        const adjusted = holm(p);
        const sorted = p.toSorted((a, b) => a - b);
        const stop = sorted.findIndex((value, smaller) => (sorted.length - smaller) * value > alpha);
        const limit = stop === -1 ? 1 : sorted[stop]!;
        for (const [i, value] of p.entries()) expect(adjusted[i]! <= alpha).toBe(stop === -1 || value < limit);
      }),
    );
  });
});

describe('benjaminiHochberg', () => {
  it('gives the worked values W34 and W35', () => {
    expect(benjaminiHochberg(published)).toEqual(closeTo([0.5, 0.0075, 0.4, 0.09, 0.0015], 12));
    expect(benjaminiHochberg([0.0191725, 0.6084078, 0.01572])).toEqual(closeTo([0.0287587, 0.6084078, 0.0287587], 7));
  });

  it('is the minimum over larger p that defines it', () => {
    fc.assert(
      fc.property(pValues, (p) => {
        const sorted = p.toSorted((a, b) => a - b);
        const slow = p.map((value) =>
          Math.min(1, ...sorted.flatMap((other, j) => (other >= value ? [other * (p.length / (j + 1))] : []))),
        );
        expect(benjaminiHochberg(p)).toEqual(slow);
      }),
    );
  });
});

describe('both corrections', () => {
  it('keep raw ≤ BH ≤ Holm ≤ 1 and the order of p', () => {
    fc.assert(
      fc.property(pValues, (p) => {
        const [strict, loose] = [holm(p), benjaminiHochberg(p)];
        for (const [i, raw] of p.entries()) {
          expect(loose[i]!).toBeGreaterThanOrEqual(raw);
          expect(strict[i]!).toBeGreaterThanOrEqual(loose[i]!);
          expect(strict[i]!).toBeLessThanOrEqual(1);
          for (const [j, other] of p.entries())
            if (raw <= other) expect([strict[i]! <= strict[j]!, loose[i]! <= loose[j]!]).toEqual([true, true]);
        }
      }),
    );
  });

  it('give nothing for nothing, and refuse what is no probability', () => {
    for (const adjust of [holm, benjaminiHochberg]) {
      expect(adjust([])).toEqual([]);
      expect(adjust([0.7])).toEqual([0.7]);
      expect(() => adjust([0.5, 1.1])).toThrow('p[1] is 1.1');
      expect(() => adjust([-0.1])).toThrow('p[0] is -0.1');
      expect(() => adjust([NaN])).toThrow('p[0] is NaN');
    }
  });
});

describe('smallestP and canBeSignificant', () => {
  it('is what the signed-rank test gives at best', () => {
    for (let n = 1; n <= 20; n++)
      expect(smallestP(n)).toBe(defined(wilcoxonSignedRank(Array.from({ length: n }, (_, i) => i + 1))).p);
    expect(smallestP(0)).toBe(1);
    expect(() => smallestP(-1)).toThrow('n is -1');
    expect(() => canBeSignificant(3, 0)).toThrow('comparisons is 0');
    expect(() => canBeSignificant(3, 1, 2)).toThrow('alpha is 2');
  });

  it('needs the worked numbers of tasks', () => {
    const methods = [3, 4, 5, 6, 8, 10, 15, 20];
    const needed = (comparisons: number) => {
      let n = 0;
      while (!canBeSignificant(n, comparisons, 0.05)) n++;
      return n;
    };
    expect(methods.map((k) => needed((k * (k - 1)) / 2))).toEqual([7, 8, 9, 10, 11, 11, 13, 13]);
    expect(methods.map((k) => needed(k - 1))).toEqual([7, 7, 8, 8, 9, 9, 10, 10]);
  });
});

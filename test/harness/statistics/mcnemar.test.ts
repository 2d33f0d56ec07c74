import { describe, expect, it } from 'vitest';
import { mcnemar } from '../../../harness/statistics/mcnemar.ts';
import { signFlipTest } from '../../../harness/statistics/sign-flip-test.ts';
import { normalSf } from '../../../harness/statistics/special/normal.ts';
import { wilcoxonSignedRank } from '../../../harness/statistics/wilcoxon-signed-rank.ts';
import { signPatterns } from './examples.ts';

describe('mcnemar', () => {
  it('gives the worked tests W20 and W21', () => {
    expect(mcnemar(6, 0).p).toBeCloseTo(0.03125, 12);
    expect(mcnemar(7, 1).p).toBeCloseTo(0.0703125, 12);
    expect(mcnemar(1, 7)).toEqual(mcnemar(7, 1));
    expect(mcnemar(0, 0)).toEqual({ p: 1 });
  });

  it('is the share of coins that fall as unevenly, and on ±1 the signed-rank and the sign-flip test', () => {
    for (let first = 0; first <= 10; first++)
      for (let second = first === 0 ? 1 : 0; first + second <= 10; second++) {
        const patterns = signPatterns(first + second);
        const uneven = patterns.filter((signs) => {
          const heads = signs.filter((sign) => sign === 1).length;
          return Math.min(heads, signs.length - heads) <= Math.min(first, second);
        });
        const { p } = mcnemar(first, second);
        expect(p).toBeCloseTo(uneven.length / patterns.length, 12);
        const differences = [...new Array(first).fill(1), ...new Array(second).fill(-1)];
        expect(wilcoxonSignedRank(differences)).toMatchObject({ p: expect.closeTo(p, 12) });
        expect(signFlipTest(differences)).toMatchObject({ p: expect.closeTo(p, 12) });
      }
  });

  it('does not overflow, and meets the normal approximation for thousands', () => {
    const { p } = mcnemar(50_600, 50_000);
    expect(Math.abs(p / (2 * normalSf(599 / Math.sqrt(100_600))) - 1)).toBeLessThan(1e-3);
    expect(mcnemar(3000, 0).p).toBe(0);
    expect(Math.log2(mcnemar(1000, 0).p)).toBeCloseTo(-999, 9);
    expect(mcnemar(4000, 4000).p).toBe(1);
  });

  it('refuses what is no count', () => {
    expect(() => mcnemar(-1, 2)).toThrow('onlyFirst is -1');
    expect(() => mcnemar(1, 0.5)).toThrow('onlySecond is 0.5');
  });
});

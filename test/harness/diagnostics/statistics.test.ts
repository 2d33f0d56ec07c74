import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../harness/random.ts';
import { bootstrapMean } from '../../../harness/statistics/bootstrap-mean.ts';
import { clusteredMean } from '../../../harness/statistics/clustered-mean.ts';
import { isFlat } from '../../../harness/statistics/is-flat.ts';
import { mutualInformation } from '../../../harness/statistics/mutual-information.ts';
import { quantile } from '../../../harness/statistics/quantile.ts';
import { sampleVariance } from '../../../harness/statistics/sample-variance.ts';
import { withoutDust } from '../../../harness/statistics/without-dust.ts';
import { defined, drawSymbol, meanOf } from './simulated.ts';

describe('clustered-mean', () => {
  it('gives the worked standard error W14, and the ordinary one where every value is a cluster of its own', () => {
    const values = [0.9, 0.8, 0.4, 0.5, 0.1, 0.2];
    expect(clusteredMean(values, ['a', 'a', 'b', 'b', 'c', 'c']).standardError).toBeCloseTo(0.202758751, 9);
    const alone = clusteredMean(values, ['a', 'b', 'c', 'd', 'e', 'f']);
    expect(alone.standardError).toBeCloseTo(0.1301708279, 9);
    expect(alone).toMatchObject({ count: 6, clusters: 6 });
    expect(alone.mean).toBeCloseTo(2.9 / 6, 12);
  });

  it('says that one cluster has no standard error, and refuses values without names', () => {
    expect(clusteredMean([1, 2], ['a', 'a'])).toEqual({
      mean: 1.5,
      standardError: 'one cluster',
      count: 2,
      clusters: 1,
    });
    expect(() => clusteredMean([1, 2], ['a'])).toThrow('2 values and 1 cluster names');
  });
});

describe('quantile and bootstrap-mean', () => {
  it('interpolates as type 7', () => {
    expect([0, 0.1, 0.5, 1].map((level) => quantile([1, 2, 4, 8], level))).toEqual([1, 1.3, 3, 8]);
  });

  it('agrees with the enumeration of all resamples of few values', () => {
    const interval = bootstrapMean([0.2, 0.5, 0.9], randomOf('bootstrap'), 20_000);
    const { low, high } = defined(interval);
    // 27 resamples: 1/27 of them are .2 and 1/27 are .9, more than the 2.5 % of either tail.
    expect(low).toBeCloseTo(0.2, 12);
    expect(high).toBeCloseTo(0.9, 12);
    const narrow = defined(bootstrapMean([0, 0, 0, 0, 0, 0, 0, 1], randomOf('skewed'), 20_000));
    // A mean of k/8 with binomial k: P(k = 0) = (7/8)⁸ = .34, P(k ≤ 2) = .93, P(k ≤ 3) = .989.
    expect(narrow).toEqual({ low: 0, high: 0.375 });
    expect(bootstrapMean([0.4], randomOf('one'))).toBe('fewer than two values to resample');
  });

  it('has about the width of the normal interval for many values, and repeats with its seed', () => {
    const random = randomOf('values');
    const values = Array.from({ length: 400 }, () => random.float());
    const { low, high } = defined(bootstrapMean(values, randomOf('many')));
    const { mean, standardError } = meanOf(values);
    expect(Math.abs((high - low) / (2 * 1.96 * standardError) - 1)).toBeLessThan(0.1);
    expect(Math.abs((high + low) / 2 - mean)).toBeLessThan(standardError / 4);
    expect(bootstrapMean(values, randomOf('many'))).toEqual({ low, high });
  });
});

describe('sample-variance, is-flat and without-dust', () => {
  it('divides by n − 1, ties to 12 digits, and forgets rounding residue', () => {
    expect(sampleVariance([1, 2, 4])).toBeCloseTo(7 / 3, 12);
    expect(isFlat([0.1 + 0.2, 0.3])).toBe(true);
    expect(isFlat([0.1, 0.2])).toBe(false);
    expect([...withoutDust([1, 1e-13, -1e-13, 1e-11])]).toEqual([1, 0, 0, 1e-11]);
    expect([...withoutDust([])]).toEqual([]);
  });
});

describe('mutual-information', () => {
  it('is Σ p ln[p(y|j)/p(y)] by hand, with Miller–Madow terms in H(J) + H(Y) − H(J, Y)', () => {
    const symbols = [0, 0, 1, 2, /* second group */ 1, 1, 1, 0];
    const slow = (log = Math.log) => {
      const joint = new Map<string, number>();
      const of = (key: string) => joint.get(key) ?? 0;
      for (const [place, symbol] of symbols.entries())
        for (const key of [`j${Math.floor(place / 4)}`, `y${symbol}`, `${Math.floor(place / 4)},${symbol}`])
          joint.set(key, of(key) + 1 / 8);
      const entropy = (test: RegExp) => {
        const chances = [...joint].filter(([key]) => test.test(key)).map(([, chance]) => chance);
        return { plugIn: -chances.reduce((sum, p) => sum + p * log(p), 0), term: (chances.length - 1) / 16 };
      };
      const [j, y, both] = [entropy(/^j/), entropy(/^y/), entropy(/,/)];
      const plugIn = j.plugIn + y.plugIn - both.plugIn;
      return { plugIn, millerMadow: plugIn + j.term + y.term - both.term };
    };
    const { plugIn, millerMadow } = mutualInformation(Uint32Array.from(symbols), 4, 3);
    expect(plugIn).toBeCloseTo(slow().plugIn, 12);
    expect(millerMadow).toBeCloseTo(slow().millerMadow, 12);
  });

  it.each([
    [8, 1, 0.902, 1.025],
    [8, 4, 0.341, 0.222],
    [8, 16, 0.091, 0.025],
    [4, 4, 0.292, 0.207],
  ])(
    'has the enumerated bias under no influence: n = %i, c = %i, plug-in %f, Miller–Madow %f',
    (n, c, plain, corrected) => {
      const answers = [0.55, 0.25, 0.15, 0.05];
      const exact = expectedUnderNoInfluence(answers, n, c);
      const random = randomOf('no influence', n, c);
      const found = Array.from({ length: 8000 }, () =>
        mutualInformation(
          Uint32Array.from({ length: n * c }, () => drawSymbol(random, answers)),
          c,
          4,
        ),
      );
      for (const kind of ['plugIn', 'millerMadow'] as const) {
        const { mean, standardError } = meanOf(found.map((one) => one[kind]));
        expect(Math.abs(mean - exact[kind])).toBeLessThan(4 * standardError);
      }
      // c3.md §10.2 gives these by simulation, ± 0.005; at n = 4 they are 0.0051 and 0.0059 above the enumerated ones.
      expect(Math.abs(exact.plugIn - plain)).toBeLessThan(0.006);
      expect(Math.abs(exact.millerMadow - corrected)).toBeLessThan(0.006);
    },
  );
});

/** E[H(Y) − H(Y|J)] of both estimates where every next message has the same chances, from the binomial counts of each symbol. */
function expectedUnderNoInfluence(chances: readonly number[], n: number, c: number) {
  const expected = (draws: number) => {
    let [entropy, seen] = [0, 0];
    for (const chance of chances) {
      let binomial = (1 - chance) ** draws;
      seen += 1 - binomial;
      for (let count = 1; count <= draws; count++) {
        binomial *= ((draws - count + 1) / count) * (chance / (1 - chance));
        entropy -= binomial * (count / draws) * Math.log(count / draws);
      }
    }
    return { entropy, term: (seen - 1) / (2 * draws) };
  };
  const [all, one] = [expected(n * c), expected(c)];
  const plugIn = all.entropy - one.entropy;
  return { plugIn, millerMadow: plugIn + all.term - one.term };
}

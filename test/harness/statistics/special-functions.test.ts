import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bisect } from '../../../harness/statistics/special/bisect.ts';
import { chiSquaredSf } from '../../../harness/statistics/special/chi-squared.ts';
import { fSf } from '../../../harness/statistics/special/f.ts';
import { incompleteBeta } from '../../../harness/statistics/special/incomplete-beta.ts';
import { lowerGamma, upperGamma } from '../../../harness/statistics/special/incomplete-gamma.ts';
import { logGamma } from '../../../harness/statistics/special/log-gamma.ts';
import { normalCdf, normalQuantile, normalSf } from '../../../harness/statistics/special/normal.ts';
import { studentTQuantile, studentTSf } from '../../../harness/statistics/special/student-t.ts';

/** Relative agreement, which is what counts in a tail. */
const expectNear = (found: number, expected: number, tolerance = 1e-10) => {
  expect(Math.abs(found / expected - 1), `${found} for ${expected}`).toBeLessThan(tolerance);
};

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Σ over i < n of C(n, i) pⁱ (1 − p)ⁿ⁻ⁱ from the first to the last term, by products. */
const binomialTail = (n: number, from: number, p: number) => {
  let sum = 0;
  for (let i = from; i <= n; i++) {
    let term = (1 - p) ** (n - i);
    for (let factor = 1; factor <= i; factor++) term *= ((n - i + factor) / factor) * p;
    sum += term;
  }
  return sum;
};

describe('the special functions', () => {
  it.each([
    ['Φ(1)', normalCdf(1), 0.8413447460685429],
    ['1 − Φ(5)', normalSf(5), 2.866515718791933e-7],
    ['Φ(−5)', normalCdf(-5), 2.866515718791933e-7],
    ['1 − Φ(8)', normalSf(8), 6.22096057427174e-16],
    ['Φ⁻¹(0.975)', normalQuantile(0.975), 1.959963984540054],
    ['Φ⁻¹(0.8)', normalQuantile(0.8), 0.8416212335729143],
    ['Φ⁻¹(1e-6)', normalQuantile(1e-6), -4.753424308822899],
    ['I_0.3(2, 3.5)', incompleteBeta(0.3, 2, 3.5), 0.41170250234256467],
    ['Q(2.5, 4)', upperGamma(2.5, 4), 0.1562356275777222],
    ['χ² sf(10; 4)', chiSquaredSf(10, 4), 0.04042768199451279],
    ['χ² sf(60; 3)', chiSquaredSf(60, 3), 5.878230727906921e-13],
    ['F sf(3.5; 3, 39)', fSf(3.5, 3, 39), 0.024268361874277444],
    ['F sf(4; 2, 8)', fSf(4, 2, 8), 0.0625],
    ['t sf(2.5; 12)', studentTSf(2.5, 12), 0.013957699785662607],
    ['t quantile(.975; 9)', studentTQuantile(0.975, 9), 2.2621571627409915],
    ['t quantile(.975; 1)', studentTQuantile(0.975, 1), 12.706204736432095],
  ])('give the worked value W49 of %s', (_, found, expected) => {
    expectNear(found, expected);
  });

  it('agree with closed forms: factorials, exponentials, arc tangents and powers', () => {
    expectNear(logGamma(0.5), Math.log(Math.PI) / 2, 1e-14);
    for (let n = 2, factorial = 1; n < 100; n++) expectNear(logGamma(n + 1), Math.log((factorial *= n)), 1e-14);
    fc.assert(
      fc.property(between(1e-6, 300), between(0.01, 20), (x, b) => {
        expectNear(upperGamma(1, x), Math.exp(-x), 1e-12);
        expectNear(chiSquaredSf(x, 4), Math.exp(-x / 2) * (1 + x / 2), 1e-12);
        expectNear(fSf(x, 2, b), (1 + (2 * x) / b) ** (-b / 2), 1e-11);
        expectNear(incompleteBeta(x / 300, b, 1), (x / 300) ** b, 1e-11);
        expectNear(studentTSf(x, 1), Math.atan(1 / x) / Math.PI, 1e-12);
        expectNear(studentTSf(x, 2), 1 / (2 + x * x + x * Math.sqrt(2 + x * x)), 1e-12);
      }),
    );
  });

  it('agree with sums of binomial and poisson probabilities', () => {
    for (const [n, k, p] of [
      [5, 2, 0.3],
      [20, 3, 0.8],
      [60, 55, 0.2],
    ] as const)
      expectNear(incompleteBeta(p, k, n - k + 1), binomialTail(n, k, p), 1e-12);
    for (const [k, rate] of [
      [4, 0.5],
      [4, 9],
      [30, 20],
    ] as const) {
      let [sum, term] = [0, Math.exp(-rate)];
      for (let i = 0; i < k; i++) {
        sum += term;
        term *= rate / (i + 1);
      }
      expectNear(upperGamma(k, rate), sum, 1e-12);
    }
  });

  it('add up with their complements, and lie on either side of one half by sign', () => {
    fc.assert(
      fc.property(between(-30, 30), between(0.1, 200), (x, df) => {
        expect(normalCdf(x) + normalSf(x)).toBeCloseTo(1, 14);
        expect(studentTSf(x, df) + studentTSf(-x, df)).toBeCloseTo(1, 13);
        expect(lowerGamma(df, Math.abs(x)) + upperGamma(df, Math.abs(x))).toBeCloseTo(1, 12);
        // Nearer to 0 than a step of doubles at one half, the side may be rounded away.
        if (Math.abs(x) > 1e-15) expect(Math.sign(normalCdf(x) - 0.5)).toBe(Math.sign(x));
        else expect(Math.abs(normalCdf(x) - 0.5)).toBeLessThan(1e-15);
      }),
    );
    expect([normalSf(0), studentTSf(0, 7), fSf(0, 2, 3), chiSquaredSf(0, 2)]).toEqual([0.5, 0.5, 1, 1]);
    expect([normalSf(Infinity), studentTSf(Infinity, 7), fSf(Infinity, 2, 3), chiSquaredSf(Infinity, 2)]).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it('have quantiles that invert them, from tail to tail', () => {
    expect([normalQuantile(0.5), studentTQuantile(0.5, 3)]).toEqual([0, 0]);
    fc.assert(
      fc.property(between(-300, -0.31), between(0.5, 500), (exponent, df) => {
        const p = 10 ** exponent;
        expectNear(normalCdf(normalQuantile(p)), p, 1e-11);
        expect(normalQuantile(1 - 2 ** -40)).toBe(-normalQuantile(2 ** -40));
        const tail = Math.max(p, 1e-30);
        expectNear(studentTSf(-studentTQuantile(tail, df), df), tail, 1e-10);
      }),
      { numRuns: 60 },
    );
  });

  it('refuse what they are not defined for', () => {
    for (const p of [0, 1, -0.1, NaN]) {
      expect(() => normalQuantile(p)).toThrow('expected a probability between 0 and 1');
      expect(() => studentTQuantile(p, 3)).toThrow('expected a probability between 0 and 1');
    }
    expect(() => normalSf(NaN)).toThrow(RangeError);
    expect(() => studentTSf(1, 0)).toThrow('0 degrees of freedom');
    expect(() => studentTQuantile(1e-300, 0.01)).toThrow('whose square can be held');
    expect(() => chiSquaredSf(-1, 2)).toThrow(RangeError);
    expect(() => fSf(-1, 2, 2)).toThrow(RangeError);
    expect(() => fSf(1, 0, 2)).toThrow(RangeError);
    expect(() => incompleteBeta(1.1, 1, 1)).toThrow(RangeError);
    expect(() => logGamma(0)).toThrow(RangeError);
  });
});

describe('bisect', () => {
  it('ends at neighbouring numbers', () => {
    const root = bisect(0, 2, (x) => x * x < 2);
    expect(Math.abs(root - Math.SQRT2)).toBeLessThanOrEqual(2 ** -52);
    expect(root * root).toBeLessThan(2);
  });
});

import { describe, expect, it } from 'vitest';
import { normalCdf, normalSf } from '../../../harness/statistics/special/normal.ts';
import { studentizedRangeQuantile, studentizedRangeSf } from '../../../harness/statistics/special/studentized-range.ts';

/** 1 − k ∫ φ (Φ(z) − Φ(z − q))^(k−1) dz by Simpson's rule with fine steps. */
const slowSf = (q: number, k: number) => {
  const [start, end, steps] = [-9, 9 + q, 4000];
  const width = (end - start) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const z = start + i * width;
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp((-z * z) / 2) * (normalCdf(z) - normalCdf(z - q)) ** (k - 1);
  }
  return 1 - (k * sum * width) / 3 / Math.sqrt(2 * Math.PI);
};

describe('studentizedRangeSf', () => {
  it.each([
    [3.5, 3, 0.0355570418632],
    [3.5, 4, 0.0638763338569],
    [6, 10, 0.00092151530388],
  ])('gives the worked value W49 at %f for %i groups', (q, k, expected) => {
    expect(Math.abs(studentizedRangeSf(q, k) / expected - 1)).toBeLessThan(1e-10);
  });

  it('agrees with Simpson’s rule', () => {
    for (const q of [0.2, 1, 2.5, 4, 5])
      for (const k of [2, 3, 7, 40]) expect(Math.abs(studentizedRangeSf(q, k) - slowSf(q, k))).toBeLessThan(1e-11);
  });

  it('is the two-sided normal tail for two groups, far into the tail', () => {
    for (const q of [1e-9, 0.1, 1, 5, 12, 30, 45])
      expect(Math.abs(studentizedRangeSf(q, 2) / (2 * normalSf(q / Math.SQRT2)) - 1)).toBeLessThan(1e-12);
  });

  it('is 1 at 0, falls with q, rises with the groups, and never leaves [0, 1]', () => {
    for (let k = 2; k <= 100; k += 7) {
      expect(studentizedRangeSf(0, k)).toBe(1);
      for (let q = 0.05; q < 20; q += 0.35) {
        const p = studentizedRangeSf(q, k);
        expect(p >= 0 && p <= 1).toBe(true);
        expect(p - studentizedRangeSf(q + 0.3, k)).toBeGreaterThan(-1e-13);
        expect(studentizedRangeSf(q, k + 1) - p).toBeGreaterThan(-1e-13);
      }
    }
  });

  it('is refused outside its range', () => {
    for (const [q, k] of [
      [-1, 3],
      [NaN, 3],
      [1, 1],
      [1, 2.5],
    ] as const)
      expect(() => studentizedRangeSf(q, k)).toThrow(RangeError);
  });
});

describe('studentizedRangeQuantile', () => {
  it('inverts the survival function', () => {
    for (const k of [2, 5, 30])
      for (const tail of [1e-8, 0.01, 0.05, 0.5, 0.99])
        expect(Math.abs(studentizedRangeSf(studentizedRangeQuantile(tail, k), k) / tail - 1)).toBeLessThan(1e-10);
    expect(() => studentizedRangeQuantile(0, 3)).toThrow('between 0 and 1');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compensatedMean, compensatedSum } from '../../../harness/statistics/compensated-sum.ts';
import { exactSum } from '../../../harness/statistics/exact-sum.ts';

const numbers = fc.array(
  fc.oneof(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.double({ min: -1e300, max: 1e300, noNaN: true }),
    fc.constantFrom(1, -1, 2 ** 53, -(2 ** 53), 0.1, 2 ** -53, -(2 ** -53), 2 ** -60, 1e-300),
  ),
  { maxLength: 20 },
);

/** Every finite double is a whole number of 2⁻¹⁰⁷⁴, so sums are exact in BigInt. */
function inSmallestUnits(value: number): bigint {
  let [scaled, twos] = [value, 1074];
  while (twos > 0 && Math.abs(scaled) < 2 ** 1000) {
    const step = Math.min(twos, Math.abs(scaled) < 1 ? 500 : 20);
    if (Number.isInteger(scaled)) break;
    scaled *= 2 ** step;
    twos -= step;
  }
  return BigInt(scaled) * 2n ** BigInt(twos);
}

/** The nearest double to a whole number of 2⁻¹⁰⁷⁴, half to even: by reading it as a decimal fraction over a power of two. */
function nearestDouble(units: bigint): number {
  const size = units < 0n ? -units : units;
  const excess = Math.max(0, size.toString(2).length - 53);
  const [kept, rest] = [size >> BigInt(excess), size & ((1n << BigInt(excess)) - 1n)];
  const half = excess === 0 ? 1n : 1n << BigInt(excess - 1);
  const isUp = excess > 0 && (rest > half || (rest === half && kept % 2n === 1n));
  const rounded = Number(kept + (isUp ? 1n : 0n));
  const power = excess - 1074;
  const value = rounded * 2 ** Math.max(power, -1000) * 2 ** Math.min(0, power + 1000);
  return units < 0n ? -value : value;
}

describe('compensatedSum', () => {
  it('is the exact sum, rounded once', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const exact = nearestDouble(values.reduce((sum, value) => sum + inSmallestUnits(value), 0n));
        expect(compensatedSum(values) === exact, `${compensatedSum(values)} for ${exact}`).toBe(true);
        expect(exactSum(values) === exact, `${exactSum(values)} for ${exact}`).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the order of values', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        expect(compensatedSum(values.toSorted((a, b) => a - b))).toBe(compensatedSum(values));
      }),
    );
  });

  it.each([
    [[1e16, 1, -1e16], 1],
    [Array.from({ length: 10 }, () => 0.1), 1],
    // Halfway between two doubles: the tiny part decides, wherever it stands.
    [[1, 2 ** -53, 2 ** -1000], 1 + 2 ** -52],
    [[2 ** -1000, 2 ** -53, 1], 1 + 2 ** -52],
    [[1, 2 ** -53, -(2 ** -1000)], 1],
    [[1, 2 ** -53], 1],
  ])('%j is %d', (values, sum) => {
    expect(compensatedSum(values)).toBe(sum);
  });

  it('is 0 for nothing and never −0', () => {
    expect(Object.is(compensatedSum([]), 0)).toBe(true);
    expect(Object.is(compensatedSum([-0, -0]), 0)).toBe(true);
  });

  it('throws where the sum is too large for a double', () => {
    expect(() => compensatedSum([1e308, 1e308])).toThrow('the sum of 2 values is not a finite number');
  });
});

describe('compensatedMean', () => {
  it('of copies is the value itself', () => {
    expect((0.1 + 0.1 + 0.1) / 3).not.toBe(0.1);
    for (const copies of [1, 2, 3, 6, 7, 11]) {
      expect(compensatedMean(Array.from({ length: copies }, () => 0.1))).toBe(0.1);
      expect(compensatedMean(Array.from({ length: copies }, () => -1 / 3))).toBe(-1 / 3);
    }
  });

  it('does not depend on the order of values and lies within them', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        const mean = compensatedMean(values);
        expect(compensatedMean(values.toReversed())).toBe(mean);
        expect(mean >= Math.min(...values) && mean <= Math.max(...values)).toBe(true);
        expect(mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 6);
      }),
    );
  });
});

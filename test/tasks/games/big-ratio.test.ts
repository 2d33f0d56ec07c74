import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigRatio } from '../../../harness/big-ratio.ts';

describe('a ratio of big integers', () => {
  it('is what division gives where both fit a double', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (a, b) => {
        expect(bigRatio(BigInt(a), BigInt(b))).toBe(a === 0 ? 0 : a / b);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not change when both grow beyond the range of doubles', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1 }), fc.bigInt({ min: 1n, max: 10n ** 400n }), (a, b, factor) => {
        expect(bigRatio(BigInt(a) * factor, BigInt(b) * factor)).toBe(a / b);
      }),
    );
  });

  it('reaches the ends of the range', () => {
    expect(bigRatio(3n, 1n << 1000n)).toBe(3 * 2 ** -1000);
    expect(bigRatio(1n, 1n << 1074n)).toBe(2 ** -1074);
    expect(bigRatio(-(3n << 1000n), 1n)).toBe(-3 * 2 ** 1000);
  });

  it('rounds a near tie to the right side', () => {
    const tie = (1n << 53n) + 1n;
    const far = 1n << 300n;
    expect(bigRatio(tie * far, far)).toBe(2 ** 53);
    expect(bigRatio(tie * far + 1n, far)).toBe(2 ** 53 + 2);
  });
});

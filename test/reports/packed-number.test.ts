import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packedNumber } from '../../reports/views/packed-number.ts';

test('packed number > two letters or four, that need no escape in JSON or in a script', () => {
  fc.assert(
    fc.property(fc.double({ min: -9.98e307, max: 9.98e307, noNaN: true }), (value) => {
      const packed = packedNumber(value);
      expect(packed).toMatch(/^([^ ].| ...)$/);
      expect(packed).not.toMatch(/["\\<]/);
      expect(packed).toMatch(/^[ -~]+$/);
    }),
  );
});

test('packed number > what is usual has two letters', () => {
  for (const value of [null, 0, -0, 1e-13, 0.001, -0.00999, 0.25, 1, -9.99])
    expect([value, packedNumber(value).length]).toEqual([value, 2]);
  for (const value of [0.000999, 9.999, -10, 1e-12]) expect([value, packedNumber(value).length]).toEqual([value, 4]);
});

test('packed number > two numbers share their letters only where they print alike', () => {
  expect(packedNumber(0.12345)).toBe(packedNumber(0.1231));
  expect(packedNumber(0.12345)).not.toBe(packedNumber(0.124));
  expect(packedNumber(0.123)).not.toBe(packedNumber(1.23));
  expect(packedNumber(0.123)).not.toBe(packedNumber(-0.123));
  expect(packedNumber(0)).not.toBe(packedNumber(null));
  expect(packedNumber(9.99)).not.toBe(packedNumber(null));
  expect(packedNumber(-9.99)).not.toBe(packedNumber(null));
});

test('packed number > what is no number is refused', () => {
  expect(() => packedNumber(Number.NaN)).toThrow(RangeError);
  expect(() => packedNumber(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  // Printed with three digits it would be 1.80e308, which no double holds.
  expect(() => packedNumber(Number.MAX_VALUE)).toThrow(RangeError);
});

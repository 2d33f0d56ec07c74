import { expect } from 'vitest';

/** Fails unless every number agrees to 1e-12 relative; where zero is expected, to 1e-12 of the largest one, at least 1. */
export function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(found.length).toBe(expected.length);
  const largest = Math.max(1, ...Array.from(expected, Math.abs));
  for (let i = 0; i < expected.length; i++) {
    const scale = expected[i] === 0 ? largest : Math.abs(expected[i]!);
    const error = Math.abs(found[i]! - expected[i]!) / scale;
    expect(error, `number ${i}: found ${found[i]}, expected ${expected[i]}`).toBeLessThanOrEqual(1e-12);
  }
}

/** As expectClose, but to 1e-12 of the largest number: for sums in which terms may cancel. */
export function expectNear(found: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(found.length).toBe(expected.length);
  const scale = Math.max(1, ...Array.from(expected, Math.abs));
  for (let i = 0; i < expected.length; i++)
    expect(Math.abs(found[i]! - expected[i]!) / scale, `number ${i}`).toBeLessThanOrEqual(1e-12);
}

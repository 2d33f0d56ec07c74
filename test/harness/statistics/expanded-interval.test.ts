import { describe, expect, it } from 'vitest';
import { expandInterval } from '../../../harness/statistics/expanded-interval.ts';
import { undefinedFor } from '../../../harness/statistics/undefined.ts';
import { defined } from './defined.ts';

describe('expandInterval', () => {
  it('stretches both ends around the estimate by √(n/(n − 1)) · t/z', () => {
    // n = 10: √(10/9) = 1.0540925534 times t/z = 2.2621571627/1.9599639845 = 1.1541830.
    const { low, high } = defined(expandInterval({ low: -1, high: 3 }, 0, [10], 0.95));
    expect(low).toBeCloseTo(-1.2166157, 6);
    expect(high).toBeCloseTo(3 * 1.2166157, 6);
  });

  it('takes the smallest number of units, and the degrees of freedom of all', () => {
    // √(5/4) · t_{.975; 13} / z with t = 2.1603686565.
    const { high } = defined(expandInterval({ low: 0, high: 1 }, 0, [10, 5], 0.95));
    expect(high).toBeCloseTo((Math.sqrt(1.25) * 2.1603686565) / 1.9599639845, 8);
  });

  it('turns the percentile interval of a normal mean into about the t interval', () => {
    // The bootstrap standard error is s·√((n − 1)/n)/√n, so the stretch gives s·t/√n.
    const [n, s, z] = [4, 2, 1.959963984540054];
    const half = z * s * Math.sqrt((n - 1) / n / n);
    const { low, high } = defined(expandInterval({ low: -half, high: half }, 0, [n], 0.95));
    expect(high).toBeCloseTo((3.182446305 * s) / Math.sqrt(n), 8);
    expect(low).toBeCloseTo(-high, 12);
  });

  it('does not stretch much with many units, and not at all an end that is the estimate', () => {
    const { low, high } = defined(expandInterval({ low: 0, high: 1 }, 0, [5000, 5000], 0.95));
    expect(low).toBe(0);
    expect(high).toBeCloseTo(1, 3);
    expect(high).toBeGreaterThan(1);
  });

  it('is undefined for one unit in a task, and without tasks', () => {
    expect(expandInterval({ low: 0, high: 1 }, 0.5, [3, 1], 0.95)).toEqual(undefinedFor('one unit in a task'));
    expect(expandInterval({ low: 0, high: 1 }, 0.5, [], 0.95)).toEqual(undefinedFor('no values'));
  });

  it('refuses what is no level, no number and no count', () => {
    expect(() => expandInterval({ low: 0, high: 1 }, 0.5, [3], 95)).toThrow('the level is 95');
    expect(() => expandInterval({ low: 0, high: Number.NaN }, 0.5, [3], 0.95)).toThrow('value 1 of the interval');
    expect(() => expandInterval({ low: 0, high: 1 }, 0.5, [0], 0.95)).toThrow('the number of units of task 0 is 0');
  });
});

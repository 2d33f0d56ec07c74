import { describe, expect, it } from 'vitest';
import { bisect } from '../../../harness/statistics/special/bisect.ts';
import { normalQuantile } from '../../../harness/statistics/special/normal.ts';
import { isUndefined } from '../../../harness/statistics/undefined.ts';
import { wilson } from '../../../harness/statistics/wilson.ts';

const of = (...args: Parameters<typeof wilson>) => {
  const interval = wilson(...args);
  if (isUndefined(interval)) throw new Error(interval.reason);
  return interval;
};

describe('wilson', () => {
  it('gives the worked intervals W15 and W16, exact at the ends', () => {
    expect(of(0, 10).low).toBe(0);
    expect(of(0, 10).high).toBeCloseTo(0.2775327999, 9);
    expect(of(8, 10).low).toBeCloseTo(0.4901624715, 9);
    expect(of(8, 10).high).toBeCloseTo(0.9433178486, 9);
    for (let trials = 1; trials < 200; trials++) expect([of(0, trials).low, of(trials, trials).high]).toEqual([0, 1]);
  });

  it('holds the rates that the score test does not reject, at every level', () => {
    for (const level of [0.5, 0.9, 0.99])
      for (const [successes, trials] of [
        [3, 7],
        [1, 40],
        [40, 41],
      ] as const) {
        const z = normalQuantile((1 + level) / 2);
        const share = successes / trials;
        const isHeld = (rate: number) => Math.abs(share - rate) <= z * Math.sqrt((rate * (1 - rate)) / trials);
        expect(of(successes, trials, { level }).low).toBeCloseTo(
          bisect(0, share, (rate) => !isHeld(rate)),
          12,
        );
        expect(of(successes, trials, { level }).high).toBeCloseTo(bisect(share, 1, isHeld), 12);
      }
  });

  it('says that there are no trials, and refuses counts and levels that are none', () => {
    expect(wilson(0, 0)).toEqual({ reason: 'no trials' });
    expect(() => wilson(3, 2)).toThrow('expected a whole number of at least 3');
    expect(() => wilson(-1, 2)).toThrow('successes is -1');
    expect(() => wilson(0.5, 2)).toThrow('successes is 0.5');
    expect(() => wilson(1, 2, { level: 1 })).toThrow('level is 1');
  });
});

import { describe, expect, it } from 'vitest';
import { randomNormal, randomOf } from '../../../harness/random.ts';
import {
  minimumDetectableEffect,
  moreToSeparate,
  pairsNeeded,
} from '../../../harness/statistics/minimum-detectable-effect.ts';
import { predictionInterval } from '../../../harness/statistics/prediction-interval.ts';
import { undefinedFor } from '../../../harness/statistics/undefined.ts';
import { defined } from './defined.ts';

describe('pairsNeeded', () => {
  it('is W23 and W24', () => {
    expect(pairsNeeded(0.1, 0.05)).toBeCloseTo(31.3955, 4);
    expect(pairsNeeded(0.1, 0.02)).toBeCloseTo(196.222, 3);
  });

  it('grows with strength asked for', () => {
    expect(pairsNeeded(0.1, 0.05, { power: 0.9 })).toBeGreaterThan(pairsNeeded(0.1, 0.05));
    expect(pairsNeeded(0.1, 0.05, { alpha: 0.01 })).toBeGreaterThan(pairsNeeded(0.1, 0.05));
  });

  it('gives the power it promises', () => {
    const random = randomOf('power');
    const pairs = 50;
    const effect = minimumDetectableEffect(1, pairs);
    let found = 0;
    for (let trial = 0; trial < 4000; trial++) {
      let sum = 0;
      for (let pair = 0; pair < pairs; pair++) sum += effect + randomNormal(random);
      if (Math.abs(sum / Math.sqrt(pairs)) > 1.959963984540054) found++;
    }
    expect(Math.abs(found / 4000 - 0.8)).toBeLessThan(4 * Math.sqrt((0.8 * 0.2) / 4000));
  });

  it('refuses no effect, a negative spread and strengths that are no shares', () => {
    expect(() => pairsNeeded(0.1, 0)).toThrow('the effect is 0; expected a finite number above 0');
    expect(() => pairsNeeded(-0.1, 1)).toThrow(
      'the standard deviation is -0.1; expected a finite number of at least 0',
    );
    expect(() => pairsNeeded(0.1, 1, { alpha: 5 })).toThrow('alpha is 5; expected a number between 0 and 1');
    expect(() => pairsNeeded(0.1, 1, { power: 0.01 })).toThrow(
      'power is 0.01; expected more than alpha / 2, here 0.025',
    );
  });
});

describe('minimumDetectableEffect', () => {
  it('is W25', () => {
    expect(minimumDetectableEffect(0.1, 20)).toBeCloseTo(0.0626453499, 10);
  });

  it('is the effect that needs this many pairs', () => {
    expect(pairsNeeded(0.3, minimumDetectableEffect(0.3, 17, { alpha: 0.01 }), { alpha: 0.01 })).toBeCloseTo(17, 10);
  });

  it('refuses a number of pairs that is none', () => {
    expect(() => minimumDetectableEffect(0.1, 0)).toThrow(
      'the number of pairs is 0; expected a whole number of at least 1',
    );
  });
});

describe('moreToSeparate', () => {
  it('is what is missing to the pairs needed, whatever the sign of the difference', () => {
    expect(moreToSeparate(0.1, 0.05, 20)).toBe(12);
    expect(moreToSeparate(0.1, -0.05, 20)).toBe(12);
    expect(moreToSeparate(0.1, 0.05, 32)).toBe(0);
    expect(moreToSeparate(0.1, 0.05, 40)).toBe(-8);
  });

  it('is undefined for a difference of 0', () => {
    expect(moreToSeparate(0.1, 0, 20)).toEqual(undefinedFor('the mean difference is 0'));
  });
});

describe('predictionInterval', () => {
  /** Mean 100 and standard deviation 10 over 25 values. */
  const history = [100, ...Array.from({ length: 12 }, () => [90, 110]).flat()];

  it('is 78.54 to 121.46 with boundary .977: W48', () => {
    const { low, high } = defined(predictionInterval(history, { level: 2 * 0.977 - 1 }));
    expect(low).toBeCloseTo(78.54, 2);
    expect(high).toBeCloseTo(121.46, 2);
  });

  it('holds the next value as often as it says', () => {
    const random = randomOf('prediction');
    let held = 0;
    for (let trial = 0; trial < 3000; trial++) {
      const { low, high } = defined(predictionInterval(Float64Array.from({ length: 5 }, () => randomNormal(random))));
      const next = randomNormal(random);
      if (low <= next && next <= high) held++;
    }
    expect(Math.abs(held / 3000 - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / 3000));
  });

  it('has no width for a constant history, and is undefined for fewer than two values', () => {
    expect(predictionInterval([0.1, 0.1, 0.1])).toEqual({ low: 0.1, high: 0.1 });
    expect(predictionInterval([1])).toEqual(undefinedFor('one value'));
    expect(predictionInterval([])).toEqual(undefinedFor('no values'));
  });
});

import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../harness/random.ts';
import { instanceCoverage, nestedCoverage, stratifiedCoverage } from '../../bench/coverage-cell.ts';

const repetitions = 400;
const simulation = (name: string) => ({ repetitions, resamples: 300, random: randomOf('coverage test', name) });
/** Four binomial standard errors. */
const bound = (share: number) => 4 * Math.sqrt((share * (1 - share)) / repetitions);
const expectNear = (found: number, share: number) => {
  expect(Math.abs(found - share), `${found} for ${share}`).toBeLessThanOrEqual(bound(share));
};

describe('coverage of 95 % intervals', () => {
  it('of five normal instances is 95 % for Student t, as many when expanded, and too little for the plain percentile', () => {
    const { percentile, expanded, student } = instanceCoverage('normal', 5, simulation('five'));
    expectNear(student, 0.95);
    expectNear(expanded, 0.95);
    expectNear(percentile, 0.84);
    expect(percentile).toBeLessThan(0.95 - bound(0.95));
  });

  it('of twenty instances is close to the nominal one in every way', () => {
    const { percentile, expanded, student } = instanceCoverage('normal', 20, simulation('twenty'));
    expectNear(student, 0.95);
    expectNear(expanded, 0.95);
    expectNear(percentile, 0.92);
  });

  it('of nested draws is never below that of instances with their seeds kept', () => {
    const { nested, kept } = nestedCoverage('normal', 5, simulation('nested'));
    expect(nested).toBeGreaterThan(kept);
    expectNear(nested, 0.95);
  });

  it('of two runs per task is far too little', () => {
    const { mean, interquartileMean } = stratifiedCoverage('normal', 2, 5, simulation('two runs'));
    expectNear(mean, 0.76);
    expect(interquartileMean).toBeLessThan(0.95 - bound(0.95));
  });
});

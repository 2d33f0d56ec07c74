import { describe, expect, it } from 'vitest';
import { emptyCoalitions } from '../../../harness/coalitions.ts';
import { randomOf } from '../../../harness/random.ts';
import {
  correctionWeights,
  countFolds,
  dealFolds,
  everyFold,
  noFold,
} from '../../../methods/shapley/regression/folds.ts';
import { strataOf } from '../../../methods/shapley/regression/strata.ts';
import type { Units } from '../../../methods/shapley/regression/units.ts';

/** So many units of each size of 20 agents, as pairs; what they are worth does not matter to folds. */
function unitsOf(counts: readonly number[]): Units {
  const stratum = Int32Array.from(counts.flatMap((count, at) => Array<number>(count).fill(at)));
  const worths = new Float64Array(stratum.length);
  const strata = strataOf(20, true);
  return { agents: 20, strata, coalitions: emptyCoalitions(20, 0), stratum, worths, complements: worths };
}

const times = (list: Int32Array, value: number) => list.filter((one) => one === value).length;

describe('folds', () => {
  it('get their share of every size, and no unit that was known before', () => {
    const units = unitsOf([20, 30, 30, 30]);
    const { of, count } = dealFolds(units, 20, randomOf('folds'));
    expect(count).toBe(10);
    expect(times(of.subarray(0, 20), noFold)).toBe(20);
    for (let at = 0; at < 3; at++)
      for (let fold = 0; fold < 10; fold++) expect(times(of.subarray(20 + 30 * at, 50 + 30 * at), fold)).toBe(3);
  });

  it('show no fit a size of which there is not one unit for each', () => {
    const { of } = dealFolds(unitsOf([20, 30, 9]), 0, randomOf('folds'));
    expect(times(of, everyFold)).toBe(9);
    expect(times(of.subarray(50), everyFold)).toBe(9);
  });

  it('are one of most units where there are very many', () => {
    const { of, count } = dealFolds(unitsOf([20, 190, 1140, 4845, 10_000, 10_000]), 0, randomOf('folds'));
    expect(count).toBe(1);
    expect(times(of, 0)).toBeGreaterThan(0.6 * of.length);
    expect(times(of, noFold)).toBeGreaterThan(8000);
    expect(times(of, noFold)).toBeLessThanOrEqual(8192);
  });

  it('weigh what they hold out so that each size counts for all its coalitions', () => {
    const units = unitsOf([20, 30, 30, 9]);
    const folds = dealFolds(units, 5, randomOf('folds'));
    const counts = countFolds(units, folds);
    for (let fold = 0; fold < folds.count; fold++) {
      const weights = correctionWeights(units, folds, counts, fold);
      for (let at = 0; at < 4; at++) {
        const here = weights.filter((_, unit) => units.stratum[unit] === at);
        expect(here.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      }
    }
  });
});

import { describe, expect, it } from 'vitest';
import { randomNormal, randomOf } from '../../harness/random.ts';
import { numericScores } from '../../harness/score.ts';
import { scoreErrors } from '../../harness/score-errors.ts';

const credit = [0.4, -0.2, 0.1, 0.7];
const truth = [0.5, -0.4, 0.15, 0.3];
const errors = [0.02, 0.01, 0.03, 0.02];

describe('the error that a sampled truth adds to a metric', () => {
  it('is the spread of the metric over truths drawn with that error', () => {
    const random = randomOf('score errors');
    const draws = 40_000;
    const drawn = Array.from({ length: draws }, () =>
      numericScores(
        credit,
        truth.map((value, i) => value + errors[i]! * randomNormal(random)),
      ),
    );
    const expected = scoreErrors(credit, truth, errors);
    for (const metric of ['mse', 'bias', 'absolute-error', 'relative-error']) {
      const values = drawn.map((scores) => Number(scores[metric]));
      const mean = values.reduce((sum, value) => sum + value, 0) / draws;
      const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (draws - 1));
      // A sampled deviation is off by 1/√(2 draws) of itself; norms are to first order in errors of a tenth of the truth.
      expect(Math.abs(deviation / expected[metric]! - 1)).toBeLessThan(
        metric === 'mse' || metric === 'bias' ? 0.015 : 0.03,
      );
    }
  });

  it('of a credit that meets the truth is of the second order for the square and of the first for the norms', () => {
    const exact = scoreErrors(truth, truth, errors);
    expect(exact.mse).toBeCloseTo(Math.sqrt(2 * errors.reduce((sum, error) => sum + error ** 4, 0)) / 4, 15);
    expect(exact['absolute-error']).toBeCloseTo(Math.hypot(...errors), 15);
    expect(exact['relative-error']).toBeCloseTo(Math.hypot(...errors) / Math.hypot(...truth), 15);
  });

  it('is not said of a relative error where the truth is zero', () => {
    expect(scoreErrors([1], [0], [0.1])).not.toHaveProperty('relative-error');
  });
});

describe('against a sampled truth', () => {
  it('signs count only where the truth is two standard errors off zero', () => {
    expect(numericScores([1, -1, 1], [0.5, 0.05, -0.3], [0.1, 0.1, 0.1])['sign-accuracy']).toBe(0.5);
    expect(numericScores([1, -1, 1], [0.5, 0.05, -0.3])['sign-accuracy']).toBe(1 / 3);
    expect(numericScores([1], [0.05], [0.1])['sign-accuracy']).toBe('no true credit has a sign');
  });

  it('a rank correlation is given only where every pair is two standard errors apart', () => {
    expect(numericScores([1, 2, 3], [1, 2, 3], [0.1, 0.1, 0.1]).spearman).toBe(1);
    expect(numericScores([1, 2, 3], [1, 1.2, 3], [0.1, 0.1, 0.1]).spearman).toBe(
      'the order of the sampled truth is not sure to two standard errors',
    );
  });
});

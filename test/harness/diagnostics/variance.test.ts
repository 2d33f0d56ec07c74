import { describe, expect, it } from 'vitest';
import { looCredits } from '../../../harness/diagnostics/bucket.ts';
import {
  type RecollectedContext,
  withinContextVariance,
} from '../../../harness/diagnostics/within-context-variance.ts';
import { withinGroupVariance } from '../../../harness/diagnostics/within-group-variance.ts';
import { randomNormal, randomOf, randomShares } from '../../../harness/random.ts';
import { bucketOf, coinBucket, defined } from './simulated.ts';

/** Credits scattered around truth + bias with a standard deviation, of messages with random weights and truths. */
function noisyContexts(bias: number, deviation: number, contexts: number, recollections: number): RecollectedContext[] {
  return Array.from({ length: contexts }, (_, context) => {
    const random = randomOf('noisy', bias, deviation, recollections, context);
    const truths = Float64Array.from({ length: 3 }, () => random.float() - 0.5);
    return {
      problem: String(context),
      weights: randomShares(random, 3),
      truths,
      credits: Array.from(truths, (truth) =>
        Float64Array.from({ length: recollections }, () => truth + bias + deviation * randomNormal(random)),
      ),
    };
  });
}

describe('within-context variance', () => {
  it('is the weighted mean over messages, then over contexts, by hand', () => {
    const contexts: RecollectedContext[] = [
      {
        problem: 'p',
        weights: Float64Array.of(0.75, 0.25),
        credits: [Float64Array.of(1, 3), Float64Array.of(0, 0, 3)],
        truths: Float64Array.of(1, 1),
      },
      { problem: 'q', weights: Float64Array.of(1), credits: [Float64Array.of(2, 4)], truths: Float64Array.of(0) },
    ];
    // Variances 2, 3 and 2; means 2, 1, 3; squared errors (0 + 4)/2, (1 + 1 + 4)/3, (4 + 16)/2.
    const { variance, squaredBias, squaredError } = defined(withinContextVariance(contexts));
    expect(variance.mean).toBeCloseTo((0.75 * 2 + 0.25 * 3 + 2) / 2, 12);
    expect(variance.standardError).toBeCloseTo((2.25 - 2) / 2, 12);
    expect(squaredBias.mean).toBeCloseTo((0.75 * (1 - 1) + 0.25 * (0 - 1) + (9 - 1)) / 2, 12);
    expect(squaredError.mean).toBeCloseTo((0.75 * 2 + 0.25 * 2 + 10) / 2, 12);
    expect(variance).toMatchObject({ count: 2, clusters: 2 });
  });

  it.each([2, 5])('splits the squared error into squared bias and variance exactly, with %i collections', (times) => {
    const { variance, squaredBias, squaredError } = defined(withinContextVariance(noisyContexts(0.1, 0.3, 20, times)));
    expect(squaredBias.mean + variance.mean).toBeCloseTo(squaredError.mean, 12);
  });

  it.each([
    [0, 0.3],
    [0.1, 0.3],
    [-0.2, 0.1],
  ])('finds a bias of %f and a deviation of %f within its standard errors', (bias, deviation) => {
    const { variance, squaredBias } = defined(withinContextVariance(noisyContexts(bias, deviation, 4000, 2)));
    expect(Math.abs(variance.mean - deviation ** 2)).toBeLessThan(4 * defined(variance.standardError));
    expect(Math.abs(squaredBias.mean - bias ** 2)).toBeLessThan(4 * defined(squaredBias.standardError));
    expect(8 * defined(squaredBias.standardError)).toBeLessThan(deviation ** 2);
  });

  it('is 0 for the zero credit, whose whole error is squared bias', () => {
    const zero = noisyContexts(0, 0, 10, 3).map((context) => ({
      ...context,
      credits: context.credits.map((drawn) => drawn.map(() => 0)),
    }));
    const { variance, squaredBias, squaredError } = defined(withinContextVariance(zero));
    expect(variance.mean).toBe(0);
    expect(squaredBias.mean).toBeGreaterThan(0.01);
    expect(squaredBias.mean).toBe(squaredError.mean);
  });

  it('says what it lacks and refuses weights that are no policy', () => {
    const context = {
      problem: 'p',
      credits: [Float64Array.of(1)],
      truths: Float64Array.of(0),
      weights: Float64Array.of(1),
    };
    expect(withinContextVariance([])).toEqual({ reason: 'no context' });
    expect(withinContextVariance([context])).toEqual({
      reason: 'a message was credited once; its variance needs two collections',
    });
    expect(() => withinContextVariance([{ ...context, weights: Float64Array.of(0.5) }])).toThrow(
      'context of problem "p" has weights that sum to 0.5; expected 1',
    );
    expect(() => withinContextVariance([{ ...context, weights: new Float64Array(0) }])).toThrow(
      'context of problem "p" has credits of 1, truths of 1 and weights of 0 messages',
    );
  });
});

describe('within-group variance', () => {
  it('is the mean variance of leave-one-out credit between candidates, groups of one left out and counted', () => {
    // Means 1, 0, 0.5: credits 0.75, −0.75, 0. Means 1, 0: credits 1, −1.
    const groups = [
      bucketOf([
        [1, 1],
        [0, 0],
        [1, 0],
      ]),
      bucketOf([[1], [0]]),
      bucketOf([[1]]),
      bucketOf([[1]]),
    ];
    expect([...looCredits(groups[0]!)]).toEqual([0.75, -0.75, 0]);
    expect(withinGroupVariance(groups)).toEqual({ value: (0.5625 + 2) / 2, groups: 2, excluded: 0.5 });
    expect(withinGroupVariance([bucketOf([[1]])])).toEqual({ reason: 'no group with two candidates' });
  });

  it('adds replay noise to the spread of the candidates: (n/(n − 1))² (σ² + s²/c)', () => {
    const rates = [0.2, 0.5, 0.8];
    const buckets = Array.from({ length: 4000 }, (_, group) => coinBucket('p', rates, 4, randomOf('group', group)));
    const noise = (0.16 + 0.25 + 0.16) / 3 / 4;
    const each = buckets.map((bucket) => defined(withinGroupVariance([bucket])).value);
    const { value } = defined(withinGroupVariance(buckets));
    const spread = each.reduce((sum, one) => sum + (one - value) ** 2, 0) / (each.length - 1);
    expect(Math.abs(value - 2.25 * (0.09 + noise))).toBeLessThan(4 * Math.sqrt(spread / each.length));
  });
});

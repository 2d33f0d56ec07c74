import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../harness/random.ts';
import { dirichlet } from '../../../tasks/teams/dirichlet.ts';

const draws = 100_000;
const cases = [0.3, 1, 3].flatMap((concentration) => [2, 5].map((size) => [concentration, size] as const));

describe.each(cases)('shares of concentration %f among %i', (concentration, size) => {
  const random = randomOf('dirichlet', concentration, size);
  const drawn = Array.from({ length: draws }, () => dirichlet(random, size, concentration));
  const moment = (power: number) => drawn.reduce((sum, shares) => sum + shares[0]! ** power, 0) / draws;
  /** E[X^k] of a Beta(α, (n − 1)α) number, which every share is. */
  const expected = (power: number) => {
    let product = 1;
    for (let k = 0; k < power; k++) product *= (concentration + k) / (size * concentration + k);
    return product;
  };

  it('sum to 1 and are none below 0', () => {
    for (const shares of drawn.slice(0, 200)) {
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
    }
  });

  it.each([1, 2, 3])('have the moment of order %i that they should', (power) => {
    const error = Math.sqrt((expected(2 * power) - expected(power) ** 2) / draws);
    expect(Math.abs(moment(power) - expected(power))).toBeLessThanOrEqual(4 * error);
  });
});

it('shares of a tiny concentration go to one, and are still numbers', () => {
  for (let draw = 0; draw < 200; draw++) {
    const shares = dirichlet(randomOf('tiny', draw), 4, 1e-4);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  }
});

import { describe, expect, it } from 'vitest';
import { influenceOf } from '../../../harness/comparison/pooled-influence.ts';
import { type Part, rankPairs, spearmanOf } from '../../../harness/comparison/pooled-spearman.ts';
import { randomOf } from '../../../harness/random.ts';

/** Parts of one to three pairs, with ties. */
function partsOf(seed: number, count: number): Part[] {
  const random = randomOf('influence', seed);
  return Array.from({ length: count }, () => {
    const length = 1 + random.below(3);
    const draw = () => Array.from({ length }, () => random.below(6));
    return { credit: draw(), truth: draw() };
  });
}

describe('influenceOf', () => {
  it('is the derivative of the correlation by the weight of a part', () => {
    for (let seed = 0; seed < 20; seed++) {
      const parts = partsOf(seed, 8);
      const pairs = rankPairs(parts);
      const influence = influenceOf(pairs, parts.length);
      for (const [part, slope] of influence.entries()) {
        const weights = parts.map(() => 1);
        const step = 1e-5;
        const at = (weight: number) => spearmanOf(pairs, weights.with(part, weight));
        expect(slope).toBeCloseTo((at(1 + step) - at(1 - step)) / (2 * step), 6);
      }
    }
  });

  it('sums to zero, so that pseudo-values average to the correlation', () => {
    const parts = partsOf(99, 30);
    const influence = influenceOf(rankPairs(parts), parts.length);
    expect(Math.abs(influence.reduce((sum, slope) => sum + slope, 0))).toBeLessThan(1e-12);
  });

  it('is close to leaving parts out one by one where there are many', () => {
    const parts = partsOf(7, 400);
    const pairs = rankPairs(parts);
    const influence = influenceOf(pairs, parts.length);
    const all = parts.map(() => 1);
    const whole = spearmanOf(pairs, all);
    for (let part = 0; part < 400; part += 25)
      expect(influence[part]).toBeCloseTo(whole - spearmanOf(pairs, all.with(part, 0)), 4);
  });
});

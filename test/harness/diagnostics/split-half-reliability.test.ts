import { describe, expect, it } from 'vitest';
import type { Bucket } from '../../../harness/diagnostics/bucket.ts';
import { splitHalfReliability } from '../../../harness/diagnostics/split-half-reliability.ts';
import { centred } from '../../../harness/group-baseline.ts';
import { randomOf } from '../../../harness/random.ts';
import { bucketOf, coinBucket, defined } from './simulated.ts';

const random = randomOf('reliability');
const golden = bucketOf([
  [1, 1, 1, 1],
  [1, 0, 1, 0],
  [0, 0, 0, 0],
]);

/** Pearson's correlation of the mid-ranks of the leave-one-out credits of both halves; undefined where a half is flat. */
function slowRho({ outcomes }: Bucket): number | undefined {
  const [even, odd] = [0, 1].map((parity) => {
    const means = Float64Array.from(outcomes, (drawn) => {
      const half = [...drawn].filter((_, replay) => replay % 2 === parity);
      return half.reduce((sum, outcome) => sum + outcome, 0) / half.length;
    });
    const credits = [...centred(means, 'loo')].map((credit) => Math.round(credit * 1e9));
    return credits.map(
      (one) => credits.filter((other) => other < one).length + credits.filter((other) => other === one).length / 2,
    );
  });
  const centre = even!.length / 2;
  const product = (x: number[], y: number[]) =>
    x.reduce((sum, rank, arm) => sum + (rank - centre) * (y[arm]! - centre), 0);
  const norm = Math.sqrt(product(even!, even!) * product(odd!, odd!));
  return norm === 0 ? undefined : product(even!, odd!) / norm;
}

describe('split-half reliability', () => {
  it('is 0.5 for the returns of the authors’ own check', () => {
    const { rho } = splitHalfReliability([golden], random);
    expect(defined(rho)).toEqual({ mean: 0.5, interval: 'fewer than two values to resample' });
  });

  it('agrees with ranks of leave-one-out credits taken literally, and drops the same groups', () => {
    const buckets = Array.from({ length: 300 }, (_, group) =>
      coinBucket(String(group), [0.1, 0.4, 0.6, 0.9], 5, randomOf('slow', group)),
    );
    const expected = buckets.map(slowRho).filter((rho) => rho !== undefined);
    const { rho, dropped } = splitHalfReliability(buckets, random);
    expect(expected.length).toBeLessThan(300);
    expect(dropped).toEqual({ fewCandidates: 0, fewReplays: 0, flatHalf: (300 - expected.length) / 300 });
    const mean = expected.reduce((sum, one) => sum + one, 0) / expected.length;
    const { mean: found, interval } = defined(rho);
    expect(found).toBeCloseTo(mean, 12);
    const { low, high } = defined(interval);
    const spread = expected.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (expected.length - 1);
    expect((high - low) / (2 * 1.96 * Math.sqrt(spread / expected.length))).toBeCloseTo(1, 1);
    expect(low < found && found < high).toBe(true);
  });

  it('reports pairs by how often the halves agree, and mean ρ = 2d − 1', () => {
    const agree = bucketOf([
      [1, 1],
      [0, 0],
    ]);
    const disagree = bucketOf([
      [1, 0],
      [0, 1],
    ]);
    const flat = bucketOf([
      [1, 1],
      [1, 0],
    ]);
    const { rho, pairs, dropped } = splitHalfReliability([agree, agree, agree, disagree, flat], random);
    expect(pairs).toEqual({ agreement: 0.75, mean: 0.5, groups: 4, excluded: 1 - 4 / 5 });
    expect(rho).toEqual({ reason: 'no group with three candidates, two replays and two halves that differ' });
    expect(dropped.fewCandidates).toBe(1);
    expect(splitHalfReliability([golden], random).pairs).toEqual({
      reason: 'no group of two candidates whose halves differ',
    });
  });

  it('prints the share of every reason to drop a group, the null arm not counted as a candidate', () => {
    const pairWithNull = bucketOf(
      [
        [1, 1],
        [0, 0],
        [1, 0],
      ],
      { nullArm: 2 },
    );
    const oneReplay = bucketOf([[1], [0], [1]]);
    const flatHalf = bucketOf([
      [1, 1],
      [1, 0],
      [1, 0],
    ]);
    const { rho, groups, dropped } = splitHalfReliability([golden, pairWithNull, oneReplay, flatHalf], random);
    expect(dropped).toEqual({ fewCandidates: 0.25, fewReplays: 0.25, flatHalf: 0.25 });
    expect(groups).toBe(4);
    expect(defined(rho).mean).toBe(0.5);
  });

  it('is 0 within its error where candidates do not differ', () => {
    const buckets = Array.from({ length: 2000 }, (_, group) =>
      coinBucket(String(group), [0.5, 0.5, 0.5, 0.5], 8, randomOf('same', group)),
    );
    const { low, high } = defined(defined(splitHalfReliability(buckets, random).rho).interval);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
    expect(high - low).toBeLessThan(0.08);
  });
});

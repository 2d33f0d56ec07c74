import { describe, expect, it } from 'vitest';
import type { Part } from '../../../harness/comparison/pooled-spearman.ts';
import { pooledValues } from '../../../harness/comparison/pooled-values.ts';
import { randomNormal, randomOf } from '../../../harness/random.ts';
import { mean } from '../../../harness/statistics/mean.ts';
import { sampleVariance } from '../../../harness/statistics/sample-variance.ts';
import { spearman } from '../../../harness/statistics/spearman.ts';

const random = randomOf('pooled-values test');
const parts = (count: number): Part[] =>
  Array.from({ length: count }, () => {
    const truth = Array.from({ length: 3 }, () => randomNormal(random));
    return { truth, credit: truth.map((value) => value + randomNormal(random)) };
  });
const pooled = (some: readonly Part[]): number => {
  const rho = spearman(
    some.flatMap(({ credit }) => credit),
    some.flatMap(({ truth }) => truth),
  );
  return rho as number;
};

describe('pooledValues', () => {
  it('has the pooled correlation as its mean', () => {
    const some = parts(9);
    expect(mean(pooledValues(some) as Float64Array)).toBeCloseTo(pooled(some), 12);
  });

  it('spreads as leaving out each instance does', () => {
    const some = parts(60);
    const without = Float64Array.from(some, (_, place) => pooled(some.toSpliced(place, 1)));
    const leftOut = Math.sqrt(((some.length - 1) ** 2 / some.length) * sampleVariance(without));
    const found = Math.sqrt(sampleVariance(pooledValues(some) as Float64Array) / some.length);
    expect(Math.abs(found / leftOut - 1)).toBeLessThan(0.1);
  });

  it('gives one instance its own correlation, and a sentence where a side is constant', () => {
    const [one] = parts(1);
    expect(pooledValues([one!])).toEqual(Float64Array.of(pooled([one!])));
    expect(pooledValues([{ credit: [1, 1], truth: [1, 2] }])).toBe('the credit is constant');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusteredStandardError } from '../../../harness/statistics/clustered-standard-error.ts';
import { undefinedFor } from '../../../harness/statistics/undefined.ts';

const values = [0.9, 0.8, 0.4, 0.5, 0.1, 0.2];
const singletons = (count: number) => Array.from({ length: count }, (_, place) => place);

/** The double sum over pairs in a cluster: Σᵢ Σⱼ same(i, j)·(sᵢ − s̄)(sⱼ − s̄), from the definition of a variance. */
function slow(given: readonly number[], clusters: readonly (string | number)[]): number {
  const mean = given.reduce((sum, value) => sum + value, 0) / given.length;
  const count = new Set(clusters).size;
  let sum = 0;
  for (const [i, a] of given.entries())
    for (const [j, b] of given.entries()) if (clusters[i] === clusters[j]) sum += (a - mean) * (b - mean);
  return Math.sqrt(Math.max(0, (count / (count - 1)) * sum)) / given.length;
}

describe('clusteredStandardError', () => {
  it('counts what shares a cluster together: W14', () => {
    expect(clusteredStandardError(values, ['a', 'a', 'b', 'b', 'c', 'c'])).toBeCloseTo(0.202758751, 10);
  });

  it('is the ordinary standard error of singletons: W14', () => {
    expect(clusteredStandardError(values, singletons(6))).toBeCloseTo(0.1301708279, 10);
  });

  it('agrees with the double sum over pairs, in any order', () => {
    const member = fc.tuple(fc.integer({ min: -8, max: 8 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(fc.array(member, { minLength: 2, maxLength: 12 }), (members) => {
        fc.pre(new Set(members.map(([, cluster]) => cluster)).size > 1);
        const [data, clusters] = [members.map(([value]) => value), members.map(([, cluster]) => cluster)];
        const found = clusteredStandardError(data, clusters);
        expect(found).toBeCloseTo(slow(data, clusters), 7);
        expect(clusteredStandardError(data.toReversed(), clusters.toReversed())).toBe(found);
      }),
    );
  });

  it('is the standard error of cluster means where clusters are of one size', () => {
    const means = [0.85, 0.45, 0.15];
    expect(clusteredStandardError(values, [1, 1, 2, 2, 3, 3])).toBeCloseTo(
      clusteredStandardError(means, singletons(3)) as number, // three clusters
      12,
    );
  });

  it('is exactly 0 for constant values, whatever the constant', () => {
    for (const constant of [0, 0.1, 1e9 / 3])
      expect(clusteredStandardError([constant, constant, constant], ['a', 'b', 'b'])).toBe(0);
  });

  it('is undefined for one cluster and without values', () => {
    expect(clusteredStandardError([1, 2], ['a', 'a'])).toEqual(undefinedFor('one cluster'));
    expect(clusteredStandardError([1], ['a'])).toEqual(undefinedFor('one cluster'));
    expect(clusteredStandardError([], [])).toEqual(undefinedFor('no values'));
  });

  it('refuses lists of different lengths and infinite data', () => {
    expect(() => clusteredStandardError([1, 2], ['a'])).toThrow(
      '2 values and 1 cluster names; expected as many of both',
    );
    expect(() => clusteredStandardError([Number.NaN, 2], [1, 2])).toThrow('value 0 of the values is NaN');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from '../../../harness/statistics/quantile.ts';
import { quantileOf } from '../../../harness/statistics/quantile-of.ts';

const levels = [0, 0.025, 0.3, 0.5, 0.975, 1];

describe('quantileOf', () => {
  it('is the quantile of the sorted values, one after the other on the same array, ties and all', () => {
    const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), (values) => {
        const sorted = Float64Array.from(values).sort();
        const scratch = Float64Array.from(values);
        for (const level of levels) expect(quantileOf(scratch, level) + 0).toBe(quantile(sorted, level) + 0);
        expect(scratch.sort()).toEqual(sorted);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFlat } from '../../../harness/statistics/is-flat.ts';
import { rank } from '../../../harness/statistics/rank.ts';

/** Rounds every value to 12 digits and counts who is below and beside, quadratic. */
const slowRank = (values: readonly number[]) => {
  const rounded = values.map((value) => Number(value.toPrecision(12)));
  return rounded.map(
    (value) =>
      rounded.filter((other) => other < value).length + (rounded.filter((other) => other === value).length + 1) / 2,
  );
};

/** Numbers a few units of the 11th to 14th digit apart, of either sign and of every size. */
const close = fc
  .tuple(fc.constantFrom(0, 1, 0.1, 9.99999999995, 123456789012.5, 3e-300, 2 ** -1074), fc.integer({ min: -9, max: 9 }))
  .chain(([centre, steps]) =>
    fc.constantFrom(1e-11, 1e-12, 2e-13, 1e-16).map((unit) => centre * (1 + steps * unit) * (steps % 2 === 0 ? 1 : -1)),
  );

describe('rank', () => {
  it('is the rank of values rounded to twelve digits, found the slow way', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(close, fc.double({ noNaN: true, noDefaultInfinity: true })), { maxLength: 30 }),
        (values) => {
          expect([...rank(values)]).toEqual(slowRank(values));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('takes −0 for 0, and copies for ties', () => {
    expect([...rank([0, -0, 1, -1, 1])]).toEqual([2.5, 2.5, 4.5, 1, 4.5]);
    expect(isFlat(new Array(6).fill(0.1))).toBe(true);
    expect([...rank([])]).toEqual([]);
  });
});

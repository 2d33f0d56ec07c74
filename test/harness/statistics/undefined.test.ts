import { describe, expect, it } from 'vitest';
import { isUndefined, undefinedFor } from '../../../harness/statistics/undefined.ts';

describe('isUndefined', () => {
  it('knows a reason from every kind of value', () => {
    expect(undefinedFor('no values')).toEqual({ reason: 'no values' });
    expect(isUndefined(undefinedFor(''))).toBe(true);
    for (const value of [0, 'no values', null, undefined, [], { low: 0, high: 1 }, { reason: 3 }, new Float64Array(2)])
      expect(isUndefined(value)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { firstDifference } from '../../../reports/board/first-difference.ts';

describe('firstDifference', () => {
  it('names the first path where two values differ, numbers beyond 12 digits being equal', () => {
    expect(firstDifference({ a: [1, 2] }, { a: [1, 2 + 1e-13] }, 'row')).toBeUndefined();
    expect(firstDifference({ a: [1, 2] }, { a: [1, 2.1] }, 'row')).toEqual({
      path: 'row.a[1]',
      claimed: 2,
      found: 2.1,
    });
    expect(firstDifference({ a: [1] }, { a: [1, 2] }, 'row')).toMatchObject({ path: 'row.a.length' });
  });

  it('takes what every object inherits for nothing', () => {
    expect(firstDifference({ constructor: 1 }, {}, 'scores')).toEqual({
      path: 'scores.constructor',
      claimed: 1,
      found: undefined,
    });
    expect(firstDifference({}, { toString: 'x' }, 'scores')).toEqual({
      path: 'scores.toString',
      claimed: undefined,
      found: 'x',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { comparePaired } from '../../../harness/comparison/compare-paired.ts';
import { verdictOf } from '../../../harness/comparison/verdict.ts';

const how = { test: 'wilcoxon', zeros: 'drop', alpha: 0.05, power: 0.8 } as const;
const compared = (...differences: number[]) =>
  comparePaired([{ task: 't', differences: Float64Array.from(differences) }], how);

describe('verdictOf', () => {
  const six = compared(1, 2, 3, 4, 5, 6);

  it('names the better one where the adjusted p is at most alpha', () => {
    expect(verdictOf(six, six.p, 0.05)).toBe('first');
    expect(verdictOf(compared(-1, -2, -3, -4, -5, -6), 0.05, 0.05)).toBe('second');
    expect(verdictOf(six, 0.0501, 0.05)).toBe('undecided');
  });

  it('tells what cannot be significant from what is not', () => {
    expect(verdictOf(compared(1, 2, 3, 4, 5), 0.0625, 0.05)).toBe('cannot be significant');
    expect(verdictOf(compared(1, 2, 3, 4, 5, 6), 0.0625, 0.05, 2)).toBe('cannot be significant');
    expect(verdictOf(compared(-1, 2, 3, 4, 5, 6), 0.0625, 0.05)).toBe('undecided');
  });

  it('calls equal methods tied, whatever their p', () => {
    expect(verdictOf(compared(0, 0, 0), 1, 0.05)).toBe('tied');
  });

  it('is undecided where the ranks favour the side that the mean does not', () => {
    const against = compared(...Array.from({ length: 12 }, (_, place) => 1 + place / 100), -100);
    expect(against).toMatchObject({ favours: 1 });
    expect(against.difference).toBeLessThan(0);
    expect(verdictOf(against, 0.001, 0.05)).toBe('undecided');
  });
});

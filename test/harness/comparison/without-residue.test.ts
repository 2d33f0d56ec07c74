import { describe, expect, it } from 'vitest';
import { withoutResidue } from '../../../harness/comparison/without-residue.ts';

const rounded = (scale: number | undefined, ...values: number[]) => [
  ...withoutResidue(Float64Array.from(values), scale),
];

describe('withoutResidue', () => {
  it('makes ties of what differs by rounding alone, and leaves short decimals as they are', () => {
    expect(rounded(undefined, 0.1 + 0.2 - 0.3, 0.3 - 0.1, 0.5, -0.25, -1e-14)).toEqual([0, 0.2, 0.5, -0.25, 0]);
    expect(rounded(3, 0.5, 1.1, 2)).toEqual([0.5, 1.1, 2]);
  });

  it('counts a difference against its scale', () => {
    expect(rounded(1e-9, 1e-14, 1e-22)).toEqual([1e-14, 0]);
    expect(rounded(5e9, 1e-4, 0.01, 1e9 + 0.25)).toEqual([0, 0.01, 1e9 + 0.25]);
    expect(rounded(2e15, 250, 2e15, 1e3)).toEqual([0, 2e15, 1e3]);
    expect(rounded(0, 0)).toEqual([0]);
  });
});

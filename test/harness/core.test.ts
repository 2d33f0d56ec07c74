import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CoreReport, coreOfTable, stabilityOf } from '../../harness/core.ts';
import { solveLinear } from '../../harness/solve-linear.ts';
import { shapleyOfTable } from '../../harness/table-values.ts';
import { and, glove, majority, near, or, tableOf, tables } from '../methods/values/tables.ts';

const coreOf = (values: readonly number[]) => coreOfTable(Float64Array.from(values)) as CoreReport;

/** The least excess of up to four agents, by trying every point where enough coalitions are equally wronged. */
function slowLeastExcess(values: readonly number[]): number {
  const agents = Math.log2(values.length);
  const proper = Array.from({ length: values.length - 2 }, (_, index) => index + 1);
  const gain = (mask: number) => values[mask]! - values[0]!;
  const row = (mask: number) => [
    ...Array.from({ length: agents }, (_, i) => (mask >> i) & 1),
    mask === values.length - 1 ? 0 : 1,
  ];
  const choices = (from: readonly number[], count: number): number[][] =>
    count === 0
      ? [[]]
      : from.flatMap((one, at) => choices(from.slice(at + 1), count - 1).map((rest) => [one, ...rest]));
  let least = Number.POSITIVE_INFINITY;
  for (const chosen of choices(proper, agents)) {
    const masks = [...chosen, values.length - 1];
    let x: Float64Array;
    try {
      x = solveLinear(masks.map(row), masks.map(gain));
    } catch {
      continue;
    }
    const excesses = proper.map(
      (mask) =>
        gain(mask) -
        row(mask)
          .slice(0, agents)
          .reduce((sum, has, i) => sum + has * x[i]!, 0),
    );
    least = Math.min(least, Math.max(...excesses));
  }
  return least;
}

describe('the core', () => {
  it.each([
    ['a majority of three: two leave whatever the third has', majority, true, 1 / 3],
    ['a glove for two: everything to the scarce side', glove, false, 0],
    ['an OR of three: each could have it alone', or, true, 2 / 3],
    ['an AND of three', and, false, -1 / 3],
    ['two who add nothing together', [0, 1, 2, 3], false, 0],
    ['an offset, which is nobody’s', [5, 6, 7, 8], false, 0],
  ])('of %s', (_name, values, isEmpty, excess) => {
    const report = coreOf(values);
    expect(report.isEmpty).toBe(isEmpty);
    expect(report.excess).toBeCloseTo(excess, 12);
  });

  it('of a glove for two is one point', () => {
    expect(near(coreOf(glove).allocation, [1, 0, 0])).toBe(true);
  });

  it('has the least excess of an exhaustive search', () => {
    fc.assert(
      fc.property(tables(4, 2), (values) => {
        const slow = slowLeastExcess(values);
        expect(Math.abs(coreOf(values).excess - slow)).toBeLessThan(1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('comes with a sharing that reaches it and weights that forbid less', () => {
    fc.assert(
      fc.property(tables(6, 2), (values) => {
        const { excess, allocation, proof, isEmpty } = coreOf(values);
        const agents = Math.log2(values.length);
        const total = values.at(-1)! - values[0]!;
        expect(allocation.reduce((sum, share) => sum + share, 0)).toBeCloseTo(total, 9);
        let most = Number.NEGATIVE_INFINITY;
        for (let mask = 1; mask < values.length - 1; mask++) {
          const given = allocation.reduce((sum, share, i) => ((mask >> i) & 1 ? sum + share : sum), 0);
          most = Math.max(most, values[mask]! - values[0]! - given);
        }
        expect(most).toBeCloseTo(excess, 9);
        const covers = Array.from({ length: agents }, (_, i) =>
          proof.reduce((sum, { coalition, weight }) => sum + ((coalition >> i) & 1) * weight, 0),
        );
        for (const cover of covers) expect(cover).toBeCloseTo(covers[0]!, 9);
        expect(proof.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
        expect(proof.every(({ weight }) => weight > 0)).toBe(true);
        const bound = proof.reduce((sum, { coalition, weight }) => sum + weight * (values[coalition]! - values[0]!), 0);
        expect(bound - covers[0]! * total).toBeCloseTo(excess, 9);
        expect(isEmpty).toBe(excess > 1e-8);
      }),
      { numRuns: 300 },
    );
  });

  it('of a convex game holds its Shapley value', () => {
    const squares = Float64Array.from(tableOf(6, (members) => members.reduce((sum, i) => sum + i + 1, 0) ** 2));
    expect(stabilityOf(squares, shapleyOfTable(squares))).toMatchObject({ isInCore: true });
    expect(coreOf([...squares]).isEmpty).toBe(false);
  });

  it('is found for twelve agents with many ties', () => {
    const values = Float64Array.from({ length: 2 ** 12 }, (_, mask) => {
      return Number(mask.toString(2).replaceAll('0', '').length >= 7);
    });
    const { excess, isEmpty } = coreOfTable(values) as CoreReport;
    expect([isEmpty, Math.abs(excess - 5 / 12) < 1e-9]).toEqual([true, true]);
  });

  it('of one agent or none is undefined, and says so', () => {
    for (const values of [Float64Array.of(1), Float64Array.of(0, 1)])
      expect(coreOfTable(values)).toEqual({ reason: 'a team of one has no coalition that could leave it' });
    expect(stabilityOf(Float64Array.of(0, 1), Float64Array.of(1))).toHaveProperty('reason');
  });
});

describe('the stability of a credit', () => {
  const stability = (values: readonly number[], ...credit: number[]) =>
    stabilityOf(Float64Array.from(values), Float64Array.from(credit));

  it('names the coalition that gains most by leaving, and how much', () => {
    expect(stability(glove, 2 / 3, 1 / 6, 1 / 6)).toMatchObject({ isInCore: false, coalition: 0b011 });
    expect((stability(glove, 2 / 3, 1 / 6, 1 / 6) as { excess: number }).excess).toBeCloseTo(1 / 6, 12);
    expect(stability(glove, 1, 0, 0)).toEqual({ isInCore: true, surplus: 0, excess: 0, coalition: 0b010 });
  });

  it('does not take sharing more than there is for stable', () => {
    expect(stability(glove, 2, 1, 1)).toMatchObject({ isInCore: false, surplus: 3 });
    expect(stability(and, 0, 0, 0)).toMatchObject({ isInCore: false, surplus: -1, excess: 0 });
  });

  it('needs one number per agent', () => {
    expect(() => stability(glove, 1, 0)).toThrow('2 credits for 3 agents');
  });
});

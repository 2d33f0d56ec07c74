import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCoalitions, isMember, rowKey } from '../../../harness/coalitions.ts';
import { randomOf } from '../../../harness/random.ts';
import { drawAnyCoalitions } from '../../../methods/shapley/designs/any-coalitions.ts';
import { dealSubsets } from '../../../methods/shapley/designs/deal-subsets.ts';
import { drawSizes } from '../../../methods/shapley/designs/draw-sizes.ts';
import { presenceRates } from '../../../methods/shapley/designs/presence-rates.ts';
import { planSizes } from '../../../methods/shapley/designs/size-plan.ts';
import { planStrata } from '../../../methods/shapley/designs/stratum-plan.ts';
import { strataOf } from '../../../methods/shapley/regression/strata.ts';

const sizeOf = (coalitions: ReturnType<typeof emptyCoalitions>, row: number) => {
  let size = 0;
  for (let agent = 0; agent < coalitions.agents; agent++) if (isMember(coalitions, row, agent)) size++;
  return size;
};

describe('presenceRates', () => {
  it('of 5 Gauss nodes integrates t⁹ exactly in expectation, and the grid with less spread than independent rates', () => {
    const spreadOf = (quadrature: 'grid' | 'gauss' | 'random') => {
      const means = Array.from({ length: 2000 }, (_, seed) => {
        const rates = presenceRates(randomOf('rates', seed), 10, 7, quadrature);
        return rates.reduce((sum, rate) => sum + rate ** 9, 0) / 7;
      });
      const mean = means.reduce((sum, one) => sum + one, 0) / 2000;
      const variance = means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 1999;
      expect(Math.abs(mean - 0.1)).toBeLessThan(4 * Math.sqrt(variance / 2000));
      return variance;
    };
    const independent = spreadOf('random');
    expect(spreadOf('grid')).toBeLessThan(0.2 * independent);
    expect(spreadOf('gauss')).toBeLessThan(0.2 * independent);
  });
});

describe('planStrata', () => {
  it('holds each stratum as often as its weight says, over seeds', () => {
    const [agents, smallest, largest] = [5, 1, 3];
    for (const marginals of [1, 3, 5, 7, 12, 15, 99]) {
      const total = new Float64Array(agents * 5);
      const squares = new Float64Array(agents * 5);
      const seeds = 3000;
      for (let seed = 0; seed < seeds; seed++) {
        const plan = planStrata(randomOf('plan', seed), agents, smallest, largest, marginals);
        expect(plan.agent.length).toBe(Math.min(marginals, 15));
        for (const [index, agent] of plan.agent.entries()) {
          total[agent * 5 + plan.size[index]!]! += plan.weight[index]!;
          squares[agent * 5 + plan.size[index]!]! += plan.weight[index]! ** 2;
        }
      }
      for (let agent = 0; agent < agents; agent++)
        for (let size = smallest; size <= largest; size++) {
          const mean = total[agent * 5 + size]! / seeds;
          const variance = squares[agent * 5 + size]! / seeds - mean ** 2;
          expect(Math.abs(mean - 1 / agents)).toBeLessThanOrEqual(
            4.5 * Math.sqrt(Math.max(0, variance) / seeds) + 1e-9,
          );
        }
    }
  });
});

describe('planSizes', () => {
  it('spends all it is given, fills no size beyond what it has, and names the expected counts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 60 }),
        fc.integer({ min: 1, max: 3000 }),
        fc.nat(),
        (agents, total, seed) => {
          const strata = strataOf(agents, false);
          const most = Math.min(
            total,
            strata.reduce((sum, { units }) => sum + units, 0),
          );
          for (const isCapped of [true, false]) {
            const { counts, expected } = planSizes(agents, strata, most, 'root', isCapped, randomOf(seed));
            expect(counts.reduce((sum, count) => sum + count, 0)).toBe(most);
            for (const [index, count] of counts.entries()) {
              expect(Math.abs(count - expected[index]!)).toBeLessThan(1 + 1e-6);
              if (isCapped) expect(count).toBeLessThanOrEqual(strata[index]!.units);
            }
            if (most >= 4 * agents) expect(counts[0]).toBeGreaterThanOrEqual(agents);
          }
        },
      ),
    );
  });
});

describe('drawn coalitions', () => {
  it('are distinct and of their size, thin or many, and a size is repeated only once it is full', () => {
    const strata = strataOf(9, false);
    const counts = Int32Array.of(9, 7, 50, 100, 60, 6, 36, 12);
    const coalitions = drawSizes(9, strata, counts, { empty: 2, grand: 1 }, randomOf('sizes'));
    expect([0, 1, 2].map((row) => sizeOf(coalitions, row))).toEqual([0, 0, 9]);
    let row = 3;
    for (const [index, count] of counts.entries()) {
      const rows = Array.from({ length: count }, (_, place) => row + place);
      for (const one of rows) expect(sizeOf(coalitions, one)).toBe(index + 1);
      expect(new Set(rows.map((one) => rowKey(coalitions, one))).size).toBe(Math.min(count, strata[index]!.units));
      row += count;
    }
    expect(row).toBe(coalitions.count);
  });

  it('dealt from a deck hold every agent as soon as they can, absent ones alike', () => {
    for (const size of [3, 27]) {
      const coalitions = emptyCoalitions(30, 10);
      dealSubsets(randomOf('deal'), coalitions, 0, 10, size);
      for (let agent = 0; agent < 30; agent++) {
        const present = Array.from({ length: 10 }, (_, row) => isMember(coalitions, row, agent)).filter(Boolean).length;
        expect(present).toBe(size === 3 ? 1 : 9);
      }
    }
  });

  it('of any size are distinct and begin with a pair of complements', () => {
    for (const [agents, count] of [
      [3, 8],
      [4, 15],
      [20, 300],
      [40, 300],
      [64, 2],
    ] as const) {
      const coalitions = drawAnyCoalitions(randomOf('any', agents), agents, count);
      for (let agent = 0; agent < agents; agent++)
        expect(isMember(coalitions, 0, agent)).toBe(!isMember(coalitions, 1, agent));
      const keys = Array.from({ length: count }, (_, row) => rowKey(coalitions, row));
      expect(new Set(keys).size).toBe(count);
    }
  });
});

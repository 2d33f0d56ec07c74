import { describe, expect, it } from 'vitest';
import { emptyCoalitions, isMember, rowKey } from '../../../harness/coalitions.ts';
import { randomOf } from '../../../harness/random.ts';
import { allocate } from '../../../methods/shapley/regression/allocate.ts';
import { drawCoalitions, flip } from '../../../methods/shapley/regression/draw-coalitions.ts';
import { drawUnits } from '../../../methods/shapley/regression/draw-units.ts';
import { strataOf } from '../../../methods/shapley/regression/strata.ts';
import { shapleyPlan } from '../../../methods/shapley/shapley-plan.ts';

describe('the allocation', () => {
  const [weights, caps] = [Float64Array.of(4, 2, 1, 1), Float64Array.of(3, 100, 100, 1)];

  it('keeps to the caps and the total, shares out what a cap cuts off, and rounds fairly', () => {
    const means = new Float64Array(4);
    const draws = 2000;
    for (let draw = 0; draw < draws; draw++) {
      const { counts, expected } = allocate(11, weights, caps, randomOf('allocate', draw));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(11);
      for (const [at, count] of counts.entries()) {
        expect(Math.abs(count - expected[at]!)).toBeLessThan(1);
        means[at]! += count / draws;
      }
    }
    // 3 and 1 are caps; the other 7 stand 2 to 1.
    for (const [at, mean] of [3, 14 / 3, 7 / 3, 1].entries())
      expect(Math.abs(means[at]! - mean)).toBeLessThan(4 * Math.sqrt(0.25 / draws));
  });

  it('gives out no more than there is', () => {
    expect([...allocate(500, weights, caps, randomOf('all')).counts]).toEqual([3, 100, 100, 1]);
  });
});

describe('drawn coalitions', () => {
  it.each([
    [6, 2, false],
    [6, 3, true],
    [6, 4, false],
  ])('of %i agents, size %i, are distinct, unseen and uniform', (agents, size, isHalved) => {
    const stratum = strataOf(agents, isHalved)[size - 1]!;
    const rounds = 1000;
    for (const count of [2, stratum.units - 1]) {
      const times = new Map<number | string, number>();
      for (let round = 0; round < rounds; round++) {
        const drawn = emptyCoalitions(agents, count + 1);
        const seen = new Set<number | string>();
        const random = randomOf('draw', count, round);
        drawCoalitions(stratum, 1, seen, 0, random, drawn, 0);
        drawCoalitions(stratum, count, seen, 1, random, drawn, 1);
        expect(seen.size).toBe(count + 1);
        for (let row = 0; row <= count; row++) {
          const members = Array.from({ length: agents }, (_, agent) => isMember(drawn, row, agent)).filter(Boolean);
          expect(members).toHaveLength(size);
          if (isHalved) expect(isMember(drawn, row, 0)).toBe(true);
          times.set(rowKey(drawn, row), (times.get(rowKey(drawn, row)) ?? 0) + 1);
        }
      }
      const share = (count + 1) / stratum.units;
      expect(times.size).toBe(stratum.units);
      for (const found of times.values())
        expect(Math.abs(found / rounds - share)).toBeLessThanOrEqual(
          4.5 * Math.sqrt((share * (1 - share)) / rounds) + 1e-12,
        );
    }
  });

  it('come evenly where they may come again', () => {
    const { coalitions, stratum } = drawUnits(4, strataOf(4, false), 'root', 100, randomOf('again'), {
      repeats: 'evenly',
    });
    for (const [at, { units }] of strataOf(4, false).entries()) {
      const times = new Map<number | string, number>();
      for (const [row, one] of stratum.entries())
        if (one === at) times.set(rowKey(coalitions, row), (times.get(rowKey(coalitions, row)) ?? 0) + 1);
      expect(times.size).toBe(units);
      expect(Math.max(...times.values()) - Math.min(...times.values())).toBeLessThanOrEqual(1);
    }
  });

  it.each([1, 31, 32, 33, 64])('have complements, of %i agents too', (agents) => {
    const coalitions = emptyCoalitions(agents, 1);
    flip(coalitions, 0);
    for (let agent = 0; agent < agents; agent++) expect(isMember(coalitions, 0, agent)).toBe(true);
    flip(coalitions, 0);
    expect(coalitions.words.every((word) => word === 0)).toBe(true);
  });
});

describe('the plan of shapley', () => {
  it.each([
    [12, 4096, 'none', 'table'],
    [12, 4095, 'none', 'proxies'],
    [12, 4096, 'sampled', 'regression'],
    [20, 160, 'none', 'proxies'],
    [20, 159, 'none', 'regression'],
    [20, 79, 'none', 'orders'],
    [20, 20, 'none', 'equal-split'],
    [20, 20, 'sampled', 'equal-split'],
    [1000, 100_000, 'none', 'regression'],
    [1, 2, 'none', 'table'],
    [1, 2, 'sampled', 'regression'],
  ] as const)('for %i agents, %i calls and noise %s is %s', (agents, calls, noise, plan) => {
    expect(shapleyPlan(agents, calls, noise)).toBe(plan);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  banzhafInteractionsOfTable,
  mobiusOfTable,
  pairIndex,
  shapleyInteractionsOfTable,
  varianceByOrder,
  walshOfTable,
} from '../../harness/interactions.ts';
import { banzhafOfTable, shapleyOfTable } from '../../harness/table-values.ts';
import { and, majority, near, or, slowMobius, soug, tableOf, tables } from '../methods/values/tables.ts';

const sizeOf = (mask: number) => mask.toString(2).replaceAll('0', '').length;
const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
const agentsOf = (values: readonly number[]) => Math.log2(values.length);
const pairsOf = (agents: number) =>
  Array.from({ length: agents }, (_, i) => i).flatMap((i) =>
    Array.from({ length: agents - 1 - i }, (_, k) => [i, i + 1 + k] as const),
  );

/** Σ over T without i and j of weight(t) δ_ij v(T), second difference by second difference. */
const slowPairs = (values: readonly number[], weight: (size: number, agents: number) => number) =>
  pairsOf(agentsOf(values)).map(([i, j]) => {
    const [one, other] = [1 << i, 1 << j];
    let sum = 0;
    for (let mask = 0; mask < values.length; mask++) {
      if (mask & (one | other)) continue;
      const second = values[mask | one | other]! - values[mask | one]! - values[mask | other]! + values[mask]!;
      sum += weight(sizeOf(mask), agentsOf(values)) * second;
    }
    return sum;
  });
const shapleyWeight = (t: number, n: number) => (factorial(t) * factorial(n - 2 - t)) / factorial(n - 1);

describe('pair interactions', () => {
  it('are the weighted sums of second differences', () => {
    fc.assert(
      fc.property(tables(6), (values) => {
        const table = Float64Array.from(values);
        expect(near(shapleyInteractionsOfTable(table), slowPairs(values, shapleyWeight))).toBe(true);
        expect(
          near(
            banzhafInteractionsOfTable(table),
            slowPairs(values, (_, n) => 2 ** (2 - n)),
          ),
        ).toBe(true);
        expect([...table]).toEqual(values);
      }),
    );
  });

  it.each([
    ['an AND of three', and, 1 / 2, 1 / 2],
    ['an OR of three', or, -1 / 2, -1 / 2],
    ['a majority of three', majority, 0, 0],
    ['parity of three', tableOf(3, ({ length }) => length % 2), 0, 0],
    ['u₀₁ among three', tableOf(3, (members) => Number(members.includes(0) && members.includes(1))), 1, 1],
  ])('of %s are those of the definition, the first pair: %s', (_name, values, shapley, banzhaf) => {
    const table = Float64Array.from(values);
    expect(shapleyInteractionsOfTable(table)[pairIndex(3, 0, 1)]).toBeCloseTo(shapley, 12);
    expect(banzhafInteractionsOfTable(table)[pairIndex(3, 0, 1)]).toBeCloseTo(banzhaf, 12);
  });

  it('stand at their index, and keep their digits under a large offset', () => {
    expect(pairsOf(7).map(([i, j]) => pairIndex(7, i, j))).toEqual(pairsOf(7).map((_, index) => index));
    const values = Float64Array.from({ length: 2 ** 10 }, (_, mask) => (mask * 7919) % 1009);
    const offset = values.map((value) => value + 2 ** 30);
    expect(shapleyInteractionsOfTable(offset)).toEqual(shapleyInteractionsOfTable(values));
  });

  it('of fewer than two agents are none', () => {
    for (const table of [Float64Array.of(3), Float64Array.of(0, 1)])
      expect([shapleyInteractionsOfTable(table).length, banzhafInteractionsOfTable(table).length]).toEqual([0, 0]);
  });

  it('come from the Möbius transform as Σ m(T)/(t − 1) and Σ m(T)/2^{t−2}', () => {
    fc.assert(
      fc.property(tables(6), (values) => {
        const mobius = mobiusOfTable(Float64Array.from(values));
        const from = (share: (size: number) => number) =>
          pairsOf(agentsOf(values)).map(([i, j]) => {
            const pair = (1 << i) | (1 << j);
            return mobius.reduce((sum, m, set) => ((set & pair) === pair ? sum + m * share(sizeOf(set)) : sum), 0);
          });
        expect(
          near(
            shapleyInteractionsOfTable(Float64Array.from(values)),
            from((t) => 1 / (t - 1)),
          ),
        ).toBe(true);
        expect(
          near(
            banzhafInteractionsOfTable(Float64Array.from(values)),
            from((t) => 2 ** (2 - t)),
          ),
        ).toBe(true);
      }),
    );
  });
});

describe('the Möbius transform', () => {
  it('is the alternating sum over parts, and finds the terms of a unanimity game', () => {
    fc.assert(
      fc.property(tables(6), (values) => {
        expect([...mobiusOfTable(Float64Array.from(values))]).toEqual(slowMobius(values));
      }),
    );
    const terms = Object.fromEntries([...mobiusOfTable(Float64Array.from(soug)).entries()].filter(([, m]) => m !== 0));
    expect(terms).toEqual({ 3: 3, 14: 2, 9: -1, 4: 1 });
  });
});

describe('the Walsh transform', () => {
  it('writes v as a sum of signed parities, whose odd ones are the Shapley and Banzhaf values', () => {
    fc.assert(
      fc.property(tables(6), (values) => {
        const walsh = walshOfTable(Float64Array.from(values));
        const sign = (set: number) => (sizeOf(set) % 2 === 0 ? 1 : -1);
        const back = values.map((_, mask) => walsh.reduce((sum, f, set) => sum + f * sign(set & mask), 0));
        expect(near(back, values)).toBe(true);
        const agents = Array.from({ length: agentsOf(values) }, (_, agent) => 1 << agent);
        const shapley = agents.map((bit) =>
          walsh.reduce((sum, f, set) => (set & bit && sign(set) < 0 ? sum - (2 * f) / sizeOf(set) : sum), 0),
        );
        expect(near(shapleyOfTable(Float64Array.from(values)), shapley)).toBe(true);
        const banzhaf = agents.map((bit) => -2 * walsh[bit]!);
        expect(near(banzhafOfTable(Float64Array.from(values)), banzhaf)).toBe(true);
      }),
    );
  });
});

describe('variance by order', () => {
  const shares = (values: readonly number[]) => [...(varianceByOrder(Float64Array.from(values)) as Float64Array)];

  it('is all of order 1 for a sum, all of order n for parity, and 3/4 : 0 : 1/4 for a majority of three', () => {
    expect(near(shares(tableOf(3, (members) => members.reduce((sum, i) => sum + i + 1, 5))), [1, 0, 0])).toBe(true);
    expect(near(shares(tableOf(4, ({ length }) => length % 2)), [0, 0, 0, 1])).toBe(true);
    expect(near(shares(majority), [3 / 4, 0, 1 / 4])).toBe(true);
  });

  it('sums to 1, and its first share is what the best sum of one number per agent explains', () => {
    fc.assert(
      fc.property(tables(6), (values) => {
        const table = Float64Array.from(values);
        const found = varianceByOrder(table);
        if ('reason' in found) {
          expect(new Set(values).size).toBe(1);
          return;
        }
        expect(found.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        const average = values.reduce((sum, value) => sum + value, 0) / values.length;
        const variance = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / values.length;
        // The least-squares coefficients over all coalitions are the Banzhaf values, each with a variance of β²/4.
        const explained = banzhafOfTable(table).reduce((sum, value) => sum + value ** 2 / 4, 0);
        expect(found[0]).toBeCloseTo(explained / variance, 10);
      }),
    );
  });

  it('of a constant game is undefined, and says so', () => {
    expect(varianceByOrder(new Float64Array(8).fill(0.1))).toEqual({ reason: 'the game is constant' });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { banzhafOfTable, removalOfTable, shapleyOfTable } from '../../harness/table-values.ts';

const tables = fc
  .constantFrom(0, 1, 2, 3, 8)
  .chain((agents) =>
    fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 ** agents, maxLength: 2 ** agents }),
  );

describe('the values of a table', () => {
  it('are those of a double loop in exact arithmetic', () => {
    fc.assert(
      fc.property(tables, (values) => {
        const table = Float64Array.from(values);
        const exact = slowValues(values);
        expectNear(shapleyOfTable(table), exact.shapley);
        expectNear(banzhafOfTable(table), exact.banzhaf);
        expect([...removalOfTable(table)]).toEqual(exact.removal);
      }),
    );
  });

  it('keep their digits under an offset a million times larger', () => {
    const values = Array.from({ length: 2 ** 13 }, (_, mask) => (mask * 7919) % 1009);
    const offset = Float64Array.from(values, (value) => value + 2 ** 30);
    expect(shapleyOfTable(offset)).toEqual(shapleyOfTable(Float64Array.from(values)));
  });

  it('of a constant are exactly zero', () => {
    const table = new Float64Array(2 ** 14).fill(0.1);
    for (const values of [shapleyOfTable(table), banzhafOfTable(table), removalOfTable(table)])
      expect(values).toEqual(new Float64Array(14));
  });

  it('leave the table as it is', () => {
    const table = Float64Array.of(0, 1, 2, 5);
    shapleyOfTable(table);
    banzhafOfTable(table);
    removalOfTable(table);
    expect(table).toEqual(Float64Array.of(0, 1, 2, 5));
  });

  it('divide v(N) − v(∅) of 18 agents', () => {
    const table = Float64Array.from({ length: 2 ** 18 }, (_, mask) => Math.sin(mask + 1));
    const sum = shapleyOfTable(table).reduce((total, value) => total + value, 0);
    expect(Math.abs(sum - (Math.sin(2 ** 18) - Math.sin(1)))).toBeLessThan(1e-13);
  });

  it.each([0, 3, 6])('are refused for %i values', (length) => {
    expect(() => shapleyOfTable(new Float64Array(length))).toThrow(RangeError);
    expect(() => banzhafOfTable(new Float64Array(length))).toThrow(RangeError);
    expect(() => removalOfTable(new Float64Array(length))).toThrow(RangeError);
  });
});

/** From the definitions, in integers until the last division. */
function slowValues(values: readonly number[]) {
  const agents = Math.log2(values.length);
  const factorial = (n: number): number => (n === 0 ? 1 : n * factorial(n - 1));
  const exact = { shapley: [] as number[], banzhaf: [] as number[], removal: [] as number[] };
  for (let agent = 0; agent < agents; agent++) {
    let orders = 0n;
    let marginals = 0;
    for (let mask = 0; mask < values.length; mask++) {
      if ((mask >> agent) & 1) continue;
      const others = mask.toString(2).replaceAll('0', '').length;
      const marginal = values[mask | (1 << agent)]! - values[mask]!;
      orders += BigInt(marginal * factorial(others) * factorial(agents - 1 - others));
      marginals += marginal;
    }
    exact.shapley.push(Number(orders) / factorial(agents));
    exact.banzhaf.push(marginals / 2 ** (agents - 1));
    exact.removal.push(values.at(-1)! - values[(values.length - 1) ^ (1 << agent)]!);
  }
  return exact;
}

/** To 1e-12 of the largest number. */
function expectNear(found: ArrayLike<number>, expected: readonly number[]): void {
  expect(found.length).toBe(expected.length);
  const scale = Math.max(1, ...expected.map(Math.abs));
  expected.forEach((value, agent) => {
    expect(Math.abs(found[agent]! - value) / scale, `agent ${agent}`).toBeLessThanOrEqual(1e-12);
  });
}

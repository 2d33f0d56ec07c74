import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childKey, drawBelow, keyOf, uniformAt } from '../../../harness/statistics/keyed-draw.ts';
import { splitmix64, uniformDouble } from '../../../harness/statistics/splitmix64.ts';

describe('splitmix64', () => {
  it('gives the values in circulation: W50', () => {
    const next = splitmix64(1234567n);
    expect(Array.from({ length: 5 }, next)).toEqual([
      6457827717110365317n,
      3203168211198807973n,
      9817491932198370423n,
      4593380528125082431n,
      16408922859458223821n,
    ]);
  });

  it('gives the uniform doubles of W50', () => {
    const next = splitmix64(1234567n);
    expect(Array.from({ length: 3 }, () => uniformDouble(next()))).toEqual([
      0.3500795420214081, 0.17364409667091263, 0.5322073040624192,
    ]);
  });

  it('refuses a seed that it would have to wrap', () => {
    expect(() => splitmix64(-1n)).toThrow('the seed is -1; expected a number from 0 to 2^64 - 1');
    expect(() => splitmix64(2n ** 64n)).toThrow('expected a number from 0 to 2^64 - 1');
    expect(splitmix64(2n ** 64n - 1n)()).toBeTypeOf('bigint');
  });
});

describe('a keyed draw', () => {
  const half = fc.nat({ max: 2 ** 31 - 1 }).map((value) => value * 2 + 1);

  it('is that output of splitmix64', () => {
    fc.assert(
      fc.property(half, half, fc.nat({ max: 50 }), (high, low, index) => {
        const next = splitmix64((BigInt(high) << 32n) | BigInt(low));
        for (let before = 0; before < index; before++) next();
        expect(uniformAt({ high, low }, index)).toBe(uniformDouble(next()));
      }),
      {
        examples: [
          [0xffffffff, 0xffffffff, 0],
          [1, 0xffffffff, 50],
        ],
      },
    );
  });

  it('is within its bound and hits every number about equally often', () => {
    const key = keyOf('a test of draws');
    const times = new Float64Array(7);
    for (let index = 0; index < 70_000; index++) times[drawBelow(key, index, 7)]!++;
    const chi = times.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    // χ² with 6 degrees of freedom exceeds 27.9 with probability 0.0001.
    expect(chi).toBeLessThan(27.9);
    expect(times.reduce((sum, count) => sum + count)).toBe(70_000);
  });

  it('of a part is another than of the whole and of other parts', () => {
    const key = keyOf('whole');
    const keys = [key, childKey(key, 0), childKey(key, 1), childKey(childKey(key, 0), 1), keyOf('other')];
    const draws = keys.flatMap((one) => [0, 1, 2, 3].map((index) => uniformAt(one, index)));
    expect(new Set(draws).size).toBe(draws.length);
    // Nor is a key one of the draws, which would make what is inside a unit depend on which unit was drawn.
    const asDraws = keys.map(({ high, low }) => (high * 2 ** 21 + (low >>> 11)) / 2 ** 53);
    expect(draws.filter((draw) => asDraws.includes(draw))).toEqual([]);
  });

  it('of neighbouring parts is not correlated', () => {
    const key = keyOf('neighbours');
    let sum = 0;
    for (let part = 0; part < 20_000; part++)
      sum += (uniformAt(childKey(key, part), 0) - 0.5) * (uniformAt(childKey(key, part + 1), 0) - 0.5);
    // The product has standard deviation 1/12.
    expect(Math.abs(sum / 20_000)).toBeLessThan(4 / 12 / Math.sqrt(20_000));
  });
});

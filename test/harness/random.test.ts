import { describe, expect, it } from 'vitest';
import { randomNormal, randomOf, randomOrder, randomShares, shuffle } from '../../harness/random.ts';

const draws = 20_000;

describe('randomOf', () => {
  it('gives the same numbers for the same name and others for another', () => {
    const numbers = (...path: (string | number)[]) => {
      const random = randomOf(...path);
      return Array.from({ length: 5 }, () => random.float());
    };
    expect(numbers('relay', 1)).toEqual(numbers('relay', 1));
    expect(numbers('relay', 1)).not.toEqual(numbers('relay', 2));
    expect(numbers('a/b')).not.toEqual(numbers('a', 'b'));
  });

  it('names a stream that drawing elsewhere does not move', () => {
    const one = randomOf('x');
    const two = randomOf('x');
    one.float();
    one.stream('other').float();
    expect(one.stream('y', 3).float()).toBe(two.stream('y', 3).float());
  });

  it('is pinned: a change here moves every published number', () => {
    const random = randomOf('creditbench', 'relay', 1);
    expect([random.float(), random.float(), random.below(100)]).toMatchInlineSnapshot(`
      [
        0.8299611430280784,
        0.24692491153912055,
        35,
      ]
    `);
  });

  it('is uniform on [0, 1) and on [0, bound)', () => {
    const random = randomOf('uniform');
    const floats = Array.from({ length: draws }, () => random.float());
    expect(floats.every((value) => value >= 0 && value < 1)).toBe(true);
    const mean = floats.reduce((sum, value) => sum + value, 0) / draws;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / draws));
    const counts = new Array(7).fill(0);
    for (let draw = 0; draw < draws; draw++) counts[random.below(7)]++;
    for (const count of counts) expect(Math.abs(count - draws / 7)).toBeLessThan(4 * Math.sqrt((draws * 6) / 49));
  });
});

describe('draws from a stream', () => {
  it('shuffle to every order equally often', () => {
    const random = randomOf('orders');
    const counts = new Map<string, number>();
    for (let draw = 0; draw < draws; draw++) {
      const key = randomOrder(random, 3).join('');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values())
      expect(Math.abs(count - draws / 6)).toBeLessThan(4 * Math.sqrt((draws * 5) / 36));
  });

  it('keep what they shuffle', () => {
    expect([...shuffle(randomOf('s'), [5, 6, 7, 8])].toSorted()).toEqual([5, 6, 7, 8]);
  });

  it('share out exactly 1', () => {
    const shares = randomShares(randomOf('shares'), 9);
    expect(shares.every((share) => share > 0)).toBe(true);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('are standard normal', () => {
    const random = randomOf('normal');
    const values = Array.from({ length: draws }, () => randomNormal(random));
    const mean = values.reduce((sum, value) => sum + value, 0) / draws;
    const variance = values.reduce((sum, value) => sum + value * value, 0) / draws;
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(draws));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / draws));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borda } from '../../../harness/statistics/borda.ts';
import { cliffsDelta } from '../../../harness/statistics/cliffs-delta.ts';
import { meanRanks } from '../../../harness/statistics/mean-ranks.ts';
import { meanWinRate } from '../../../harness/statistics/mean-win-rate.ts';
import { ndcg } from '../../../harness/statistics/ndcg.ts';
import { defined } from './examples.ts';

const small = fc.integer({ min: 0, max: 4 });
const table = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .chain(([methods, tasks]) =>
    fc.array(fc.array(small, { minLength: tasks, maxLength: tasks }), { minLength: methods, maxLength: methods }),
  );

describe('meanWinRate, borda and meanRanks', () => {
  const scores = [
    [0.9, 0.2],
    [0.6, 0.8],
    [0.5, 0.5],
  ];

  it('give the worked values W41', () => {
    expect(meanWinRate(scores)).toEqual([0.5, 0.75, 0.25]);
    expect(borda(scores)).toEqual([2, 3, 1]);
    expect(meanRanks(scores)).toEqual([2, 1.5, 2.5]);
  });

  it('agree with counting who is below and beside', () => {
    fc.assert(
      fc.property(table, (methods) => {
        const tasks = methods[0]!.length;
        const others = methods.length - 1;
        const wins = methods.map((mine) =>
          methods.reduce(
            (sum, theirs) =>
              sum + (mine === theirs ? 0 : mine.reduce((n, x, t) => n + (Math.sign(x - theirs[t]!) + 1) / 2, 0)),
            0,
          ),
        );
        for (const [method, won] of wins.entries()) {
          expect(defined(meanWinRate(methods))[method]).toBeCloseTo(won / (others * tasks), 12);
          expect(defined(borda(methods))[method]).toBeCloseTo(won, 12);
          expect(defined(meanRanks(methods))[method]).toBeCloseTo(methods.length - won / tasks, 12);
        }
      }),
    );
  });

  it('are reasons without values or others, and refuse ragged tables', () => {
    for (const aggregate of [meanWinRate, borda, meanRanks]) {
      expect(aggregate([])).toEqual({ reason: 'no values' });
      expect(() => aggregate([[1, 2], [1]])).toThrow('row 1 of the scores has 1 values');
      expect(() => aggregate([[NaN]])).toThrow('NaN');
    }
    expect([meanWinRate([[3]]), borda([[3]]), meanRanks([[3]])]).toEqual([{ reason: 'one method' }, [0], [1]]);
  });
});

describe('cliffsDelta', () => {
  it('gives the worked value W22', () => {
    expect(cliffsDelta([1, 2, 3], [2, 3, 4])).toBeCloseTo(-5 / 9, 12);
    expect((defined(cliffsDelta([1, 2, 3], [2, 3, 4])) + 1) / 2).toBeCloseTo(2 / 9, 12);
  });

  it('agrees with counting all pairs, and changes sign with the sides', () => {
    const sample = fc.array(small, { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const signs = x.flatMap((one) => y.map((other): number => Math.sign(one - other)));
        const slow = signs.reduce((sum, sign) => sum + sign, 0) / signs.length;
        expect(defined(cliffsDelta(x, y)) + 0).toBe(slow + 0);
        expect(defined(cliffsDelta(y, x)) + 0).toBe(0 - slow);
      }),
    );
  });

  it('ties what rounding tells apart, is a reason for no values, and refuses what is no number', () => {
    expect(cliffsDelta([0.1 + 0.2, 1e-17], [0.3, 0])).toBe(0);
    expect([cliffsDelta([], [1]), cliffsDelta([1], [])]).toEqual([{ reason: 'no values' }, { reason: 'no values' }]);
    expect(() => cliffsDelta([NaN], [1])).toThrow('NaN');
    expect(() => cliffsDelta([1], [Infinity])).toThrow('Infinity');
  });
});

describe('ndcg', () => {
  it('gives the worked values W45 and W46', () => {
    expect(ndcg([3, 2, 0, 1], [0.9, 0.8, 0.7, 0.1])).toBeCloseTo(0.9854419388, 10);
    expect(ndcg([1, 0], [5, 5])).toBeCloseTo(0.8154648768, 10);
  });

  it('is the mean over all orders of tied items, at every depth', () => {
    const item = fc.tuple(small, fc.integer({ min: 0, max: 2 }));
    const orders = <Item>(items: readonly Item[]): Item[][] =>
      items.length === 0
        ? [[]]
        : items.flatMap((one, i) => orders(items.filter((_, j) => j !== i)).map((rest) => [one, ...rest]));
    const gainOf = (gains: readonly number[], depth: number) =>
      gains.slice(0, depth).reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 6 }), (items, depth) => {
        const relevance = items.map(([gain]) => gain);
        const scores = items.map(([, score]) => score);
        const found = ndcg(relevance, scores, depth);
        expect(ndcg(relevance.toReversed(), scores.toReversed(), depth)).toEqual(found);
        const sorted = orders(items).filter((order) => order.every(([, s], i) => i === 0 || s <= order[i - 1]![1]));
        const mean =
          sorted.reduce(
            (sum, order) =>
              sum +
              gainOf(
                order.map(([gain]) => gain),
                depth,
              ),
            0,
          ) / sorted.length;
        const best = gainOf(
          relevance.toSorted((a, b) => b - a),
          depth,
        );
        if (best === 0) expect(found).toEqual({ reason: 'no relevant item' });
        else expect(found).toBeCloseTo(mean / best, 12);
      }),
    );
  });

  it('is a reason without relevant items, and refuses what is negative or unpaired', () => {
    expect([ndcg([], []), ndcg([0, 0], [1, 2])]).toEqual([
      { reason: 'no relevant item' },
      { reason: 'no relevant item' },
    ]);
    expect(() => ndcg([1, -1], [1, 2])).toThrow('relevance[1] is -1');
    expect(() => ndcg([1], [1, 2])).toThrow('1 and 2 values');
    expect(() => ndcg([1], [1], 0)).toThrow('depth is 0');
  });
});

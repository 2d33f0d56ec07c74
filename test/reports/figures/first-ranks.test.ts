import { expect, test } from 'vitest';
import { firstRanks } from '../../../reports/figures/first-ranks.ts';
import type { CriticalDifference } from '../../../reports/resolution.ts';
import { exampleResolution } from '../example-resolution.ts';

// The example has a diagram; its type allows for none.
const example = exampleResolution.critical as CriticalDifference;
const critical = (bars: readonly (readonly string[])[]): CriticalDifference => ({
  ...example,
  meanRanks: [...'abcdef'].map((method, place) => ({ method, meanRank: place + 1 })),
  bars,
});

test('first ranks > few methods stay as they are', () => {
  const all = critical([['a', 'b']]);
  expect(firstRanks(all, 6)).toBe(all);
});

test('first ranks > bars end with the last method, and a bar inside another or of one method goes', () => {
  const { meanRanks, bars, criticalDifference } = firstRanks(
    critical([
      ['a', 'b', 'c'],
      ['b', 'c', 'd', 'e'],
      ['c', 'd', 'e', 'f'],
      ['d', 'e', 'f'],
    ]),
    4,
  );
  expect(meanRanks.map(({ method }) => method)).toEqual(['a', 'b', 'c', 'd']);
  expect(bars).toEqual([
    ['a', 'b', 'c'],
    ['b', 'c', 'd'],
  ]);
  expect(criticalDifference).toBe(example.criticalDifference);
});

test('first ranks > two bars that are cut to the same methods are one', () => {
  const two = firstRanks(
    critical([
      ['a', 'b', 'e'],
      ['a', 'b', 'f'],
    ]),
    3,
  );
  expect(two.bars).toEqual([['a', 'b']]);
});

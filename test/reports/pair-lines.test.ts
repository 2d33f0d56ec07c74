import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Verdict } from '../../harness/comparison/verdict.ts';
import { pairLines, rankedMethods, turnedPair } from '../../reports/pair-lines.ts';
import type { Pair } from '../../reports/resolution.ts';
import { exampleBoards } from './example-boards.ts';
import { hostile } from './example-manifest.ts';

const verdicts: readonly Verdict[] = ['first', 'second', 'undecided', 'cannot be significant', 'tied'];
const eighths = fc.integer({ min: -80, max: 80 }).map((count) => count / 8);
const pairs = fc.record({
  difference: eighths,
  low: fc.option(eighths),
  high: fc.option(eighths),
  won: fc.integer({ min: 0, max: 8 }).map((count) => count / 8),
  verdict: fc.constantFrom(...verdicts),
});
const rest = { first: 'a', second: 'b', p: 0.5, adjusted: 1, instances: 8, nonZero: 7, more: 3 } as const;

test('pair > turned twice is itself, and turned once favours the other', () => {
  fc.assert(
    fc.property(pairs, (facts) => {
      const pair: Pair = { ...rest, ...facts };
      expect(turnedPair(turnedPair(pair))).toEqual({ ...pair, difference: 0 + pair.difference });
      const turned = turnedPair(pair);
      expect([turned.first, turned.second, turned.difference + pair.difference]).toEqual(['b', 'a', 0]);
      expect([turned.low, turned.high]).toEqual([negative(pair.high), negative(pair.low)]);
      expect(turned.p).toBe(pair.p);
    }),
  );
});

test('pairs > stand in the order of the ranks, the better method first, and know their place in the summary', () => {
  const table = exampleBoards.find(({ budget, estimand }) => budget === null && estimand === 'shapley')!;
  const methods = rankedMethods(table);
  expect(methods).toEqual(['kernel-shap', 'shapley-permutation', hostile.html]);
  const lines = pairLines(methods, table.resolution!);
  expect(lines.map(({ first, second }) => [first, second])).toEqual([
    ['kernel-shap', 'shapley-permutation'],
    ['kernel-shap', hostile.html],
    ['shapley-permutation', hostile.html],
  ]);
  expect(lines.map(({ place, turned, verdict }) => [place, turned, verdict])).toEqual([
    [0, false, 'undecided'],
    [1, false, 'first'],
    [2, true, 'first'],
  ]);
  expect(lines[2]).toMatchObject({ difference: 0.6867, low: 0.59, high: 0.78, won: 1 });
});

function negative(value: number | null): number | null {
  return value === null ? null : 0 - value;
}

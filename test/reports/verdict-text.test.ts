import { describe, expect, test } from 'vitest';
import type { Pair } from '../../reports/resolution.ts';
import type { BoardTable, Standing } from '../../reports/summary.ts';
import { verdictParts, verdictText } from '../../reports/verdict-text.ts';
import { exampleBoards } from './example-boards.ts';
import { exampleResolution } from './example-resolution.ts';

const example = exampleBoards[1]!;
const some = example.standings.find(({ method }) => method === 'kernel-shap')!;
const standing = (method: string, rank: number, group: number, beatenBy: string | null = null): Standing => ({
  ...some,
  method,
  rank,
  group,
  beatenBy,
});
const pair = (second: string, rest: Partial<Pair> = {}): Pair => ({
  ...exampleResolution.pairs[0]!,
  first: 'a',
  second,
  ...rest,
});
const table = (standings: readonly Standing[], pairs: readonly Pair[] = []): BoardTable => ({
  ...example,
  standings,
  resolution: { ...exampleResolution, leader: 'a', pairs },
});
const two = [standing('a', 1, 1), standing('b', 2, 1), standing('c', 3, 2)];

describe('verdict', () => {
  test('one leader leads alone', () => {
    expect(verdictText(table([standing('a', 1, 1), standing('b', 2, 2)]))).toBe('a leads alone.');
  });

  test('two that the test does not separate lead together, and the words say what would settle it', () => {
    expect(verdictText(table(two, [pair('b', { more: 340 })]))).toBe(
      'a and b lead together; their order is not settled: 340 more instances would settle it.',
    );
    expect(verdictText(table(two, [pair('b', { more: 1 })]))).toContain('1 more instance would settle it.');
    expect(verdictText(table(two, [pair('b', { more: null })]))).toBe(
      'a and b lead together; their order is not settled.',
    );
    expect(verdictText(table(two, [pair('b', { more: 0 })]))).toBe(
      'a and b lead together; their order is not settled.',
    );
  });

  test('the same from the other side of the pair', () => {
    const turned = { ...pair('b', { more: 12 }), first: 'b', second: 'a' };
    expect(verdictText(table(two, [turned]))).toContain('12 more instances would settle it.');
  });

  test('where no outcome could be significant, it says so', () => {
    const few = pair('b', { verdict: 'cannot be significant', instances: 5, more: 4 });
    expect(verdictText(table(two, [few]))).toBe(
      'a and b lead together; their order cannot be settled: no outcome on 5 instances is significant, 4 more instances would be enough.',
    );
  });

  test('two that score the same everywhere are said to', () => {
    expect(verdictText(table(two, [pair('b', { verdict: 'tied', more: null })]))).toBe(
      'a and b lead together: they score the same on every instance.',
    );
  });

  test('two that are all there is cannot be told apart', () => {
    expect(verdictText(table(two.slice(0, 2), [pair('b', { more: null })]))).toBe(
      'a and b cannot be told apart; their order is not settled.',
    );
  });

  test('a crowd is counted, and the nearest is named', () => {
    const crowd = [...two.slice(0, 2), standing('c', 3, 1)];
    expect(verdictText(table([...crowd, standing('d', 4, 2)], [pair('b', { more: 50 })]))).toBe(
      'a is first by value, but 2 others cannot be told from it; telling it from b would take 50 more instances.',
    );
    expect(verdictText(table(crowd, [pair('b', { more: null })]))).toBe(
      'Nobody leads: none of the 2 others can be told from a, the first by value.',
    );
  });

  test('one ranked method has nothing beside it, and none is said to be none', () => {
    expect(verdictText(table([standing('a', 1, 1)]))).toBe(
      'a is the only ranked method, so there is nothing to compare it with.',
    );
    expect(verdictText(table([]))).toBe('Nobody is ranked: no method that targets this is complete.');
  });

  test('a leader that does not beat its control is flagged', () => {
    expect(verdictText(table([standing('a', 1, 1, 'uniform'), standing('b', 2, 2)]))).toBe(
      'a leads alone. a does not beat uniform.',
    );
    const both = [standing('a', 1, 1, 'uniform'), standing('b', 2, 1, 'uniform'), standing('c', 3, 2)];
    expect(verdictText(table(both, [pair('b')]))).toMatch(/2 of them do not beat their control\.$/);
  });

  test('names are parts of their own, for each format to escape', () => {
    expect(verdictParts(example).filter((part) => 'method' in part)).toEqual([
      { method: 'kernel-shap' },
      { method: 'shapley-permutation' },
    ]);
  });
});

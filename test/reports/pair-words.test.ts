import { expect, test } from 'vitest';
import type { PairLine } from '../../reports/pair-lines.ts';
import { pairSentences, pText, verdictTexts } from '../../reports/pair-words.ts';
import type { Resolution } from '../../reports/resolution.ts';
import { exampleResolution } from './example-resolution.ts';

const line = (second: string, rest: Partial<PairLine>): PairLine => ({
  ...exampleResolution.pairs[0]!,
  place: 0,
  turned: false,
  first: 'lead',
  second,
  ...rest,
});
const say = (lines: readonly PairLine[], splitHalf: number | null = null): string => {
  const resolution: Resolution = { ...exampleResolution, leader: 'lead', pairs: lines, splitHalf };
  return pairSentences(resolution, lines).join(' ');
};

test('pairs > a leader that beats everyone is said to', () => {
  expect(say([line('b', { verdict: 'first' }), line('c', { verdict: 'first' })], 0.5)).toBe(
    'lead is better than every other ranked method. 2 of 2 pairs are settled. lead leads on 50.0 % of random halves of the instances too.',
  );
});

test('pairs > one rival that is not separated is named, with what would separate them', () => {
  const open = line('b', { verdict: 'undecided', more: 340 });
  expect(say([open, line('c', { verdict: 'first' })])).toBe(
    'lead leads, but its order with b is not settled: 340 more instances would separate them. 1 of 2 pairs is settled.',
  );
  expect(say([{ ...open, more: null }])).toContain('its order with b is not settled. 0 of 1 pair are settled.');
});

test('pairs > of several rivals the hardest to tell apart is named', () => {
  const lines = [
    line('b', { verdict: 'undecided', more: 10 }),
    line('c', { verdict: 'undecided', more: 2000 }),
    line('d', { verdict: 'tied', more: null }),
  ];
  expect(say(lines)).toContain(
    'its order with 3 others is not settled; the hardest to tell apart is c: 2,000 more instances would separate them.',
  );
});

test('pairs > what cannot be significant is said to be so, not to be no difference', () => {
  expect(say([line('b', { verdict: 'cannot be significant', more: 4 })])).toContain(
    '1 pair cannot be significant at this n, whatever the differences: too few instances differ.',
  );
});

test('p > is never printed as 0', () => {
  expect([null, 1, 0.0000019, 1e-12, 9e-13, 0].map(pText)).toEqual([
    '–',
    '1.00',
    '1.90e−6',
    '1.00e−12',
    '< 1e−12',
    '< 1e−12',
  ]);
});

test('verdicts > no two look alike without colour', () => {
  const texts = Object.values(verdictTexts);
  expect(new Set(texts.map(({ symbol }) => symbol)).size).toBe(texts.length);
  expect(new Set(texts.map(({ words }) => words)).size).toBe(texts.length);
});

import { expect, test } from 'vitest';
import { shortNames } from '../../../reports/charts/short-names.ts';

test('short names > a name within the limit stays', () => {
  expect(shortNames(['c3', 'vineppo'], 7).get('vineppo')).toBe('vineppo');
});

test('short names > a long name keeps its beginning and its end and has the limit as its length', () => {
  const short = shortNames(['c3[baseline=mean,fanout=2x4]'], 16).get('c3[baseline=mean,fanout=2x4]');
  expect(short).toBe('c3[baselin…=2x4]');
  expect([...short!]).toHaveLength(16);
});

test('short names > names that would look alike stay whole', () => {
  const names = ['method[option=1,seed=7]', 'method[option=2,seed=7]'];
  expect([...shortNames(names, 12).values()]).toEqual(names);
});

test('short names > characters outside the basic plane are not cut in two', () => {
  expect(shortNames(['😀😀😀😀😀😀'], 4).get('😀😀😀😀😀😀')).toBe('😀😀…😀');
});

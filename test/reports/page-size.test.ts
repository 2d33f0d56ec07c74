import { expect, test } from 'vitest';
import { renderFigures } from '../../reports/formats/figures.ts';
import { renderHtml } from '../../reports/page.ts';
import { largeSummary } from './large-summary.ts';

const [few, many] = await Promise.all([20, 80].map((count) => renderHtml(largeSummary(count))));
const panels = (text: string) => text.split('role="img"').length - 1;
const bytes = (text: string) => Buffer.byteLength(text);

test('page size > eighty ranked methods draw no more panels than twenty: one for each of the twelve best, twice, and two charts', () => {
  expect(panels(few!)).toBe(26);
  expect(panels(many!)).toBe(26);
});

test('page size > a ranked method costs less than 5.4 kB, its pairs, its lines at two budgets and its profile taken together', () => {
  expect((bytes(many!) - bytes(few!)) / 60).toBeLessThan(5400);
});

test('page size > figures do not grow with the methods', async () => {
  const [small, large] = await Promise.all([40, 80].map((count) => renderFigures(largeSummary(count))));
  expect([...large!.keys()]).toEqual([...small!.keys()]);
  for (const [path, text] of large!) expect([path, text.length < 1.1 * small!.get(path)!.length]).toEqual([path, true]);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberText } from '../../reports/number-text.ts';
import { exampleSummary } from '../reports/example-summary.ts';
import { offlinePage } from './offline-page.ts';
import { faults, overflow } from './open-page.ts';
import { expectedPairs, shownPairs } from './shown-pairs.ts';

let report: Awaited<ReturnType<typeof offlinePage>>;

beforeAll(async () => {
  report = await offlinePage(exampleSummary);
});
afterAll(async () => {
  await report?.close();
});

test.each([
  ['light', 320],
  ['dark', 1440],
] as const)('pairs, laws and doctor > fit a %s page %d px wide, and axe finds nothing', async (colorScheme, width) => {
  await report.open({ colorScheme, width }, async (page) => {
    await page.evaluate(`for (const details of document.querySelectorAll('details')) details.open = true`);
    expect(await overflow(page)).toBe(0);
    for (const part of ['.pairs', '#laws', '#doctor']) expect(await faults(page, part)).toEqual([]);
  });
});

test('pairs > every fact of every pair is that of the summary', async () => {
  await report.open({}, async (page) => {
    const expected = expectedPairs(exampleSummary);
    const shown = await shownPairs(page);
    expect(shown.map(({ key }) => key).toSorted()).toEqual([...expected.keys()].toSorted());
    for (const { key, ...pair } of shown) expect([key, pair]).toEqual([key, expected.get(key)?.(pair.turned)]);
  });
});

test('pairs > a cell of the matrix says who is better and leads to the facts', async () => {
  await report.open({}, async (page) => {
    const rows = await page.locator('.pair-matrix').first().locator('tbody tr').allTextContents();
    expect(rows.map((row) => row.match(/better|worse|open|tied|too few/g))).toEqual([
      ['open', 'better'],
      ['open', 'better'],
      ['worse', 'worse'],
    ]);
    await page.evaluate(`for (const details of document.querySelectorAll('.pair-list')) details.open = false`);
    await page.locator('.pair-matrix a').first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate('location.hash')).toMatch(/^#pairs-agent-shapley/);
    const facts = page.locator('.pair-list tr[data-pair="0"]');
    await expect.poll(() => facts.isVisible()).toBe(true);
    expect(await facts.textContent()).toContain('not settled');
  });
});

test('doctor > every count is that of the summary, and the examples unfold', async () => {
  await report.open({}, async (page) => {
    const shown = await page.evaluate<
      Record<string, string>[]
    >(`[...document.querySelectorAll('tr[data-doctor]')].map((row) =>
      Object.fromEntries([['place', row.dataset.doctor], ...[...row.querySelectorAll('[data-fact]')].map((cell) => [cell.dataset.fact, cell.textContent])]))`);
    expect(shown).toHaveLength(exampleSummary.doctor.length);
    for (const { place, ...counts } of shown) {
      const { instances, methods, dead, saturated, duplicate, contradictory, discrimination } =
        exampleSummary.doctor[Number(place)]!;
      const numbers = { instances, methods, dead, saturated, duplicate, contradictory };
      expect(counts).toEqual({
        ...Object.fromEntries(Object.entries(numbers).map(([name, count]) => [name, String(count)])),
        discrimination: discrimination === null ? '–' : numberText(discrimination),
      });
    }
    await page.locator('#doctor summary', { hasText: '4 examples' }).click();
    expect(await page.getByText('0/4 <script>alert(4)</script>').isVisible()).toBe(true);
  });
});

test('laws > what was never promised is folded, and a cell of the matrix opens it', async () => {
  await report.open({}, async (page) => {
    expect(await page.locator('.law-promises').textContent()).toBe('3 promises of 4 methods: 2 held, 1 broken.');
    expect(await page.locator('.unpromised').getAttribute('open')).toBe(null);
    await page.locator('.laws').getByRole('link', { name: 'violated', exact: true }).click();
    await expect.poll(() => page.getByText('No counterexample was recorded.').isVisible()).toBe(true);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderHtml } from '../../reports/page.ts';
import { hostile } from '../reports/example-manifest.ts';
import { largeSummary } from '../reports/large-summary.ts';
import { launchChromium } from './chromium.ts';
import { faults, openAll, openPage, overflow } from './open-page.ts';
import { printedNumbers, summaryNumbers } from './printed-numbers.ts';
import { expectedPairs, shownPairs } from './shown-pairs.ts';

const summary = largeSummary(39);
const folder = mkdtempSync(join(tmpdir(), 'creditbench-large-'));
const file = join(folder, 'index.html');
let browser: Browser;

beforeAll(async () => {
  writeFileSync(file, await renderHtml(summary));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

test('large report > every pair is drawn when it is looked for, and every fact of it is that of the summary', async () => {
  await openPage(browser, file, {}, async (page) => {
    expect((await shownPairs(page)).length).toBe(38 + 37);
    await openAll(page);
    const shown = await shownPairs(page);
    const expected = expectedPairs(summary);
    expect(shown.length).toBe(expected.size);
    for (const { key, ...pair } of shown) expect([key, pair]).toEqual([key, expected.get(key)?.(pair.turned)]);
  });
});

test('large report > every number of a table that is drawn when it is opened is that of the summary, with all its digits', async () => {
  await openPage(browser, file, {}, async (page) => {
    expect(await page.locator('table.board').count()).toBe(1);
    await openAll(page);
    expect(await page.locator('table.board').count()).toBe(2);
    const printed = await printedNumbers(page);
    const expected = summaryNumbers(summary);
    const ofBoards = printed.filter(({ key }) => !/\|(lead|split-half)$/.test(key));
    for (const { key, ...number } of ofBoards) expect([key, number]).toEqual([key, expected.get(key)]);
    expect(new Set(ofBoards.map(({ key }) => key))).toEqual(new Set(expected.keys()));
  });
});

test('large report > a line drawn later looks like one that was laid out', async () => {
  await openPage(browser, file, {}, async (page) => {
    await openAll(page);
    const shapes = await page.evaluate<string[][]>(`[...document.querySelectorAll('table.board')].map((table) =>
      [...table.querySelectorAll('tbody tr')].map((row) => row.outerHTML.replace(/data-(value|place)="[^"]*"|>[^<]+</g, (part) => (part[0] === '>' ? '><' : '')).replace(/ (x|cx|width|d)="[^"]*"/g, '').replace(/\\s+/g, ' ')))`);
    expect(shapes[1]).toEqual(shapes[0]);
    expect(shapes[0]!.length).toBe(39 + 2 + 1);
  });
});

test('large report > what is drawn later can be sorted, filtered and linked', async () => {
  await openPage(browser, file, { hash: '#?open=fold-table-agent-shapley-64&method=method-3[' }, async (page) => {
    const rows = page.locator('#table-agent-shapley-64 tbody tr:visible th code');
    await expect.poll(() => rows.allTextContents()).toEqual(['method-3[baseline=mean,fanout=3x4]']);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.locator('#table-agent-shapley-64 thead button', { hasText: 'relative error' }).click();
    await page.locator('#table-agent-shapley-64 thead button', { hasText: 'relative error' }).click();
    expect(await rows.first().textContent()).toBe('method-38[baseline=mean,fanout=3x4]');
  });
});

test('large report > fits a page 320 px wide, and axe finds nothing in what is drawn later', async () => {
  await openPage(browser, file, { colorScheme: 'light', width: 320 }, async (page) => {
    await openAll(page);
    expect(await page.locator('img, main b b').count()).toBe(0);
    expect(await page.getByText(hostile.html, { exact: true }).count()).toBeGreaterThan(5);
    expect(await overflow(page)).toBe(0);
    // The rest of the page is that of a small run.
    expect(await faults(page, '#board-agent .pairs')).toEqual([]);
  });
});

test('large report > without JavaScript a fold says where its numbers are', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    const fold = page.locator('#fold-table-agent-shapley-64');
    await fold.locator('summary').first().click();
    expect(await fold.innerText()).toContain('every number stands in summary.json too');
    expect(await fold.locator('table').count()).toBe(0);
  } finally {
    await context.close();
  }
});

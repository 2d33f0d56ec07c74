import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderHtml } from '../../reports/page.ts';
import { verdictText } from '../../reports/verdict-text.ts';
import { hostile } from '../reports/example-manifest.ts';
import { exampleSummary } from '../reports/example-summary.ts';
import { launchChromium } from './chromium.ts';
import { faults, focused, type Look, layOutAll, openAll, openPage, overflow, tabUntil } from './open-page.ts';
import { leadNumbers, type PrintedNumber, printedNumbers, summaryNumbers } from './printed-numbers.ts';

const folder = mkdtempSync(join(tmpdir(), 'creditbench-report-'));
const file = join(folder, 'index.html');
let browser: Browser;
const opened = (look: Look, use: (page: Page) => Promise<void>) => openPage(browser, file, look, use);

beforeAll(async () => {
  writeFileSync(file, await renderHtml(exampleSummary));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

test.each([
  [320, 'light', true],
  [320, 'dark', false],
  [768, 'light', false],
  [1440, 'light', true],
  [1440, 'dark', true],
  [3840, 'light', false],
] as const)(
  'report > opens from disk at %d px in %s: quiet, inside its width, without a fault for axe (asked: %s)',
  async (width, colorScheme, isAsked) => {
    await opened({ colorScheme, width }, async (page) => {
      await layOutAll(page);
      expect(await overflow(page)).toBe(0);
      await openAll(page);
      expect(await overflow(page)).toBe(0);
      if (isAsked) expect(await faults(page)).toEqual([]);
    });
  },
);

test('report > every number equals that of the summary, also those that are drawn when they are looked for', async () => {
  await opened({}, async (page) => {
    await openAll(page);
    const printed = await printedNumbers(page);
    const expected = new Map([...summaryNumbers(exampleSummary), ...leadNumbers(exampleSummary)]);
    for (const { key, ...number } of printed) expect([key, number]).toEqual([key, expected.get(key)]);
    const keys = (of: readonly PrintedNumber[]) => [...new Set(of.map(({ key }) => key))].toSorted();
    const shown = [...expected.keys()].filter((key) => !/\|64\|(lead|split-half)$/.test(key));
    expect(keys(printed)).toEqual(shown.toSorted());
  });
});

test('report > the first screen at 1440 × 900 says who leads each board', async () => {
  await opened({}, async (page) => {
    const verdicts = await page.locator('.lead .verdict').allTextContents();
    const largest = exampleSummary.boards.filter(({ budget, estimand }) => budget === null && estimand !== 'removal');
    expect(verdicts).toEqual(largest.map(verdictText));
    const bottoms = await page.evaluate<number[]>(
      `[...document.querySelectorAll('.leads .lead')].map((card) => card.getBoundingClientRect().bottom)`,
    );
    expect(Math.max(...bottoms)).toBeLessThan(900);
  });
});

test('report > hostile names are text', async () => {
  await opened({}, async (page) => {
    await openAll(page);
    expect(await page.locator('img, iframe, main b b').count()).toBe(0);
    expect(await page.locator('script:not([type])').count()).toBe(1);
    expect(await page.getByText(hostile.html, { exact: true }).count()).toBeGreaterThan(5);
    expect(await page.getByText('</pre><script>alert(3)</script>').count()).toBe(1);
  });
});

test('report > its policy keeps out a script that is not its own', async () => {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    const refused = await page.evaluate(`new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => resolve(violatedDirective));
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.body.append(script);
      setTimeout(() => resolve('ran'), 2000);
    })`);
    expect(refused).toBe('script-src-elem');
    expect(await page.evaluate('window.injected')).toBeUndefined();
  } finally {
    await context.close();
  }
});

test('report > the keyboard reaches the boards, the sections and what is folded', async () => {
  await opened({}, async (page) => {
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the boards');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.goto(pathToFileURL(file).href);
    expect(await tabUntil(page, 'Laws')).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate('location.hash')).toBe('#laws');
    await expect
      .poll(() => page.evaluate(`Math.abs(document.querySelector('#laws').getBoundingClientRect().top)`))
      .toBeLessThan(900);
    await page.goto('about:blank');
    await page.goto(pathToFileURL(file).href);
    expect(await tabUntil(page, 'Budget: 64 evaluator calls')).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(`document.activeElement.closest('details').open`)).toBe(true);
  });
});

test('report > a violated law leads to its counterexample', async () => {
  await opened({}, async (page) => {
    await page.getByRole('link', { name: 'PROMISE BROKEN' }).click();
    expect(await page.evaluate(`document.getElementById(location.hash.slice(1).split('?')[0]).textContent`)).toContain(
      'credits sum to 1.5',
    );
  });
});

test('report > warns of failed and missing cells, of another plan, and of methods that do not beat a control', async () => {
  await opened({ width: 768 }, async (page) => {
    const text = await page.locator('body').textContent();
    expect(text).toContain('Warning: 3 cells of 80 failed; 1 cell of 80 is missing.');
    expect(text).toContain('Warning: The analysis plan changed: run 1 declared another.');
    expect(text).toContain('does not beat uniform');
    expect(await page.locator('.counts dd').allTextContents()).toEqual(['80', '70', '6', '3', '1']);
    expect(text).toContain('no learning cells in this journal');
  });
});

test('report > without JavaScript the boards and the largest budget of every task still show', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    expect(await page.locator('table.board').count()).toBe(exampleSummary.boards.length);
    expect(await page.locator('table.scores').count()).toBe(4);
    expect(await page.locator('#filters').isVisible()).toBe(false);
  } finally {
    await context.close();
  }
});

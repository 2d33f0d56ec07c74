import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { numberText } from '../../reports/number-text.ts';
import { renderHtml } from '../../reports/page.ts';
import { hostile } from '../reports/example-manifest.ts';
import { exampleSummary } from '../reports/example-summary.ts';
import { launchChromium } from './chromium.ts';
import { printedNumbers, summaryNumbers } from './printed-numbers.ts';

const folder = mkdtempSync(join(tmpdir(), 'creditbench-report-'));
const file = join(folder, 'index.html');
let browser: Browser;

beforeAll(async () => {
  writeFileSync(file, await renderHtml(exampleSummary));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

describe.each(['light', 'dark'] as const)('report in %s', (colorScheme) => {
  test.each([320, 768, 1440])(
    'opens from disk at %d px: quiet, inside its width, without serious faults',
    async (width) => {
      await opened({ colorScheme, width }, async (page) => {
        expect(await overflow(page)).toBe(0);
        await openAll(page);
        expect(await overflow(page)).toBe(0);
        expect(await faults(page)).toEqual([]);
      });
    },
  );
});

test('report > every number equals that of the summary', async () => {
  await opened({ colorScheme: 'light', width: 1440 }, async (page) => {
    await openAll(page);
    const printed = await printedNumbers(page);
    const expected = summaryNumbers(exampleSummary);
    for (const { key, value, text } of printed) {
      expect(expected.has(key), key).toBe(true);
      expect([key, Number(value), text]).toEqual([key, expected.get(key), numberText(expected.get(key)!)]);
    }
    expect(printed.map(({ key }) => key).toSorted()).toEqual([...expected.keys()].toSorted());
  });
});

test('report > hostile names are text', async () => {
  await opened({ colorScheme: 'light', width: 1440 }, async (page) => {
    await openAll(page);
    expect(await page.locator('img, script, main b').count()).toBe(0);
    expect(await page.getByText(hostile.html, { exact: true }).count()).toBeGreaterThan(5);
    expect(await page.getByText('</pre><script>alert(3)</script>').count()).toBe(1);
  });
});

test('report > the keyboard reaches the boards, the sections and what is folded', async () => {
  await opened({ colorScheme: 'light', width: 1440 }, async (page) => {
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the boards');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.reload();
    expect(await tabUntil(page, 'Laws')).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate('location.hash')).toBe('#laws');
    await expect
      .poll(() => page.evaluate(`Math.abs(document.querySelector('#laws').getBoundingClientRect().top)`))
      .toBeLessThan(900);
    await page.goto(pathToFileURL(file).href);
    expect(await tabUntil(page, 'Budget: 64 evaluator calls')).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(`document.activeElement.closest('details').open`)).toBe(true);
  });
});

test('report > a violated law leads to its counterexample', async () => {
  await opened({ colorScheme: 'light', width: 1440 }, async (page) => {
    await page.getByRole('link', { name: 'PROMISE BROKEN' }).click();
    expect(await page.evaluate('document.querySelector(location.hash).textContent')).toContain('credits sum to 1.5');
  });
});

test('report > warns of failed and missing cells, and of methods that do not beat a control', async () => {
  await opened({ colorScheme: 'light', width: 768 }, async (page) => {
    const text = await page.locator('body').textContent();
    expect(text).toContain('Warning: 3 cells of 80 failed; 1 cell of 80 is missing.');
    expect(text).toContain('does not beat uniform');
    expect(text).toContain('no learning cells in this journal');
  });
});

type Look = { readonly colorScheme: 'light' | 'dark'; readonly width: number };

/** The report in a browser without a network; fails on a request, a dialog or a word in the console. */
async function opened({ colorScheme, width }: Look, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  const complaints: string[] = [];
  try {
    await context.setOffline(true);
    const page = await context.newPage();
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== pathToFileURL(file).href) complaints.push(`request: ${request.url()}`);
    });
    page.on('console', (message) => complaints.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(pathToFileURL(file).href);
    await use(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

async function openAll(page: Page): Promise<void> {
  await page.evaluate(`for (const details of document.querySelectorAll('details')) details.open = true`);
}

async function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations
    .filter(({ impact }) => impact !== 'minor')
    .map(({ id, impact, nodes }) => `${impact}: ${id}: ${nodes[0]?.html}`);
}

async function focused(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.textContent.trim()');
}

async function tabUntil(page: Page, text: string): Promise<boolean> {
  for (let presses = 0; presses < 100; presses++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === text) return true;
  }
  return false;
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { renderHtml } from '../../reports/page.ts';
import type { Summary } from '../../reports/summary.ts';
import { launchChromium } from './chromium.ts';

export type Look = { readonly colorScheme?: 'light' | 'dark'; readonly width?: number; readonly at?: string };

/** A report in a browser without a network: `open` fails on a request, a dialog or a word in the console. */
export async function offlinePage(summary: Summary) {
  const folder = mkdtempSync(join(tmpdir(), 'creditbench-page-'));
  const file = join(folder, 'index.html');
  writeFileSync(file, await renderHtml(summary));
  const address = pathToFileURL(file).href;
  const browser = await launchChromium();
  return {
    address,
    async open({ colorScheme = 'light', width = 1440, at = '' }: Look, use: (page: Page) => Promise<void>) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, offline: true });
      const complaints: string[] = [];
      try {
        const page = await context.newPage();
        page.on('request', (request) => {
          if (request.url().split('#')[0] !== address) complaints.push(`request: ${request.url()}`);
        });
        page.on('console', (message) => complaints.push(`console: ${message.text()}`));
        page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
        page.on('dialog', (dialog) => {
          complaints.push(`dialog: ${dialog.message()}`);
          void dialog.dismiss();
        });
        await page.goto(address + at);
        await use(page);
        expect(complaints).toEqual([]);
      } finally {
        await context.close();
      }
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Everything axe finds inside an element, of any impact. */
export async function axeFaults(page: Page, selector: string): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document.querySelector(${JSON.stringify(selector)}))`,
  );
  return violations.map(({ id, impact, nodes }) => `${impact}: ${id}: ${nodes[0]?.html}`);
}

/** How far the page is wider than its window, in pixels. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

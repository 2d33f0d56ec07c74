import { pathToFileURL } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';

export type Look = { readonly colorScheme?: 'light' | 'dark'; readonly width?: number; readonly hash?: string };

/** A file opened from disk in a browser without a network; fails on a request, a dialog or a word in the console. */
export async function openPage(
  browser: Browser,
  file: string,
  { colorScheme = 'light', width = 1440, hash = '' }: Look,
  use: (page: Page) => Promise<void>,
): Promise<void> {
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
    await page.goto(pathToFileURL(file).href + hash);
    await use(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

/** Opens every fold, also those that appear in what others draw. */
export async function openAll(page: Page): Promise<void> {
  await page.evaluate(`for (const details of document.querySelectorAll('details')) details.open = true`);
  await expect.poll(() => page.locator('.waiting').count()).toBe(0);
}

/** Lays out also what is out of sight, which the page leaves for later and would clip. */
export async function layOutAll(page: Page): Promise<void> {
  await page.evaluate(`{
    const style = document.createElement('style');
    style.textContent = 'main section { content-visibility: visible !important; contain: none !important; }';
    document.head.append(style);
  }`);
}

/** How far the page is wider than its window, in pixels. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** What axe finds on the page or a part of it, of any impact. */
export async function faults(page: Page, part = 'html'): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document.querySelector(${JSON.stringify(part)}), { resultTypes: ['violations'] })`,
  );
  return violations.map(({ id, impact, nodes }) => `${impact}: ${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

/** The text of what has the focus. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.textContent.trim()');
}

/** Presses Tab until the focus is on this text; whether it came there. */
export async function tabUntil(page: Page, text: string): Promise<boolean> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === text) return true;
  }
  return false;
}

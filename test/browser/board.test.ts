import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardHere, boardIn, submissionIn } from '../reports/board/example-board.ts';
import { hostile } from '../reports/example-manifest.ts';
import { launchChromium } from './chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'creditbench-board-'));
const site = join(folder, 'site');
let browser: Browser;
let id: string;

beforeAll(async () => {
  writeFileSync(join(folder, 'salt'), 'ab'.repeat(32));
  await boardIn(folder, {}, '--name', hostile.html, '--salt-file', 'salt');
  await submissionIn(folder, 's', { title: hostile.html, authors: [hostile.html, 'Ada'], note: hostile.sheet });
  await submissionIn(folder, 'c3', { method: 'c3', title: 'Theirs', authors: ['Eve'] });
  const { out } = await boardHere(folder, 'add', 's', '--board', 'b', '--json');
  id = JSON.parse(out).submission;
  await boardHere(folder, 'add', 'c3', '--board', 'b');
  await boardHere(folder, 'build', '--board', 'b', '--out', 'site');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const pages = () => ['index.html', 'history.html', 'tasks.html', 'task-2.html', `method-${id}.html`];

describe.each(['light', 'dark'] as const)('the site of a board in %s', (colorScheme) => {
  test.each([320, 1440])('opens from disk at %d px: quiet, inside its width, without serious faults', async (width) => {
    await opened({ colorScheme, width }, async (page) => {
      for (const name of pages()) {
        await page.goto(pathToFileURL(join(site, name)).href);
        await page.evaluate(`for (const details of document.querySelectorAll('details')) details.open = true`);
        expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(
          0,
        );
        if (/index|method/.test(name)) expect([name, await faults(page)]).toEqual([name, []]);
      }
    });
  });
});

test('the site of a board > hostile names are text, and its links lead from page to page', async () => {
  await opened({ colorScheme: 'light', width: 1440 }, async (page) => {
    await page.goto(pathToFileURL(join(site, 'index.html')).href);
    expect(await page.locator('img, script').count()).toBe(0);
    await page.getByRole('link', { name: hostile.html, exact: true }).nth(1).click();
    expect(page.url()).toContain(`method-${id}.html`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(hostile.html);
    expect(await page.getByText(hostile.sheet, { exact: true }).count()).toBe(1);
    await page.getByRole('link', { name: 'History' }).click();
    expect(await page.getByRole('row').count()).toBe(4);
    await page.getByRole('link', { name: 'Tasks' }).click();
    await page.getByRole('link', { name: 'relay' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('relay');
  });
});

type Look = { readonly colorScheme: 'light' | 'dark'; readonly width: number };

/** A page in a browser without a network; fails on a request beyond the site, a dialog or a word in the console. */
async function opened({ colorScheme, width }: Look, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  const complaints: string[] = [];
  try {
    await context.setOffline(true);
    const page = await context.newPage();
    page.on('request', (request) => {
      const isPage = request.url().startsWith(pathToFileURL(site).href) && request.isNavigationRequest();
      if (!isPage) complaints.push(`request: ${request.url()}`);
    });
    page.on('console', (message) => complaints.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await use(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations
    .filter(({ impact }) => impact !== 'minor')
    .map(({ id: rule, impact, nodes }) => `${impact}: ${rule}: ${nodes[0]?.html}`);
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderHtml } from '../../reports/page.ts';
import { hostile } from '../reports/example-manifest.ts';
import { exampleSummary } from '../reports/example-summary.ts';
import { launchChromium } from './chromium.ts';
import { faults, type Look, openPage } from './open-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'creditbench-report-'));
const file = join(folder, 'index.html');
const board = '#table-agent-shapley-unlimited';
let browser: Browser;
const opened = (look: Look, use: (page: Page) => Promise<void>) => openPage(browser, file, look, use);

beforeAll(async () => {
  // Two methods in a table that is drawn when it is opened.
  const ofRole = exampleSummary.scores.filter(({ slice }) => slice !== null && 'role' in slice);
  const scores = [...exampleSummary.scores, ...ofRole.map((entry) => ({ ...entry, method: 'shapley-permutation' }))];
  writeFileSync(file, await renderHtml({ ...exampleSummary, scores }));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** The methods of the first group of the board, from the top. */
const methodsOf = (page: Page) => page.locator(`${board} tbody:first-of-type th code`).allTextContents();
const hash = (page: Page) => page.evaluate<string>('location.hash');
const byRank = ['kernel-shap', 'shapley-permutation', hostile.html];

test('sort > a head sorts its column up, down and as it was; the link and the way back hold it', async () => {
  await opened({}, async (page) => {
    const head = page.locator(`${board} thead button`, { hasText: 'spearman' });
    expect(await methodsOf(page)).toEqual(byRank);
    await head.click();
    expect(await methodsOf(page)).toEqual(byRank.toReversed());
    expect(await page.locator(`${board} [aria-sort]`).getAttribute('aria-sort')).toBe('ascending');
    await head.focus();
    await page.keyboard.press('Enter');
    expect(await methodsOf(page)).toEqual(byRank);
    expect(await page.locator(`${board} [aria-sort]`).getAttribute('aria-sort')).toBe('descending');
    await page.goBack();
    expect(await methodsOf(page)).toEqual(byRank.toReversed());
    const link = await hash(page);
    await page.goBack();
    expect(await methodsOf(page)).toEqual(byRank);
    await opened({ hash: link }, async (other) => {
      expect(await methodsOf(other)).toEqual(byRank.toReversed());
    });
  });
});

test('sort > lines stay in their group, its title above them', async () => {
  await opened({}, async (page) => {
    await page.locator(`${board} thead button`, { hasText: 'Method' }).click();
    const controls = page.locator(`${board} tbody`, { hasText: 'Controls' });
    expect(await controls.locator('th').first().textContent()).toBe('Controls');
    expect(await controls.locator('th code').allTextContents()).toEqual(['oracle', 'uniform']);
  });
});

test('filter > only lines of the method are shown, also in what is drawn later, and the link restores it', async () => {
  await opened({}, async (page) => {
    await page.getByLabel('Method', { exact: true }).fill('KERNEL');
    await expect.poll(() => hash(page)).toContain('method=KERNEL');
    expect(await page.locator(`${board} tbody tr:visible th code`).allTextContents()).toEqual(['kernel-shap']);
    const link = await hash(page);
    await opened({ hash: link }, async (other) => {
      expect(await other.getByLabel('Method', { exact: true }).inputValue()).toBe('KERNEL');
      await other.locator('#task-1 > summary').click();
      await other.locator('#task-1 summary', { hasText: 'by role' }).click();
      await other.locator('#scores-1-shapley-unlimited-role').waitFor();
      const shown = other.locator('#task-1 table.scores tbody tr:visible th');
      expect(new Set(await shown.allTextContents())).toEqual(new Set(['kernel-shap']));
    });
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await hash(page)).not.toContain('method');
    expect(await methodsOf(page)).toEqual(byRank);
  });
});

test('filter > only the task is shown', async () => {
  await opened({}, async (page) => {
    await page.getByLabel('Task', { exact: true }).first().fill('glove');
    await expect.poll(() => page.locator('details.task:visible > summary code').allTextContents()).toEqual(['glove']);
  });
});

test('search > finds what is folded, opens it, and goes on with Enter', async () => {
  await opened({}, async (page) => {
    const find = page.getByLabel('Find', { exact: true });
    await find.fill('not there at all');
    await expect.poll(() => page.locator('#filter-status').textContent()).toBe('found nowhere');
    await find.fill('the credit is <constant>');
    await expect.poll(() => page.locator('#filter-status').textContent()).toBe('found once');
    expect(await page.locator('#task-1').getAttribute('open')).toBeNull();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.current:visible').count()).toBe(1);
    expect(await page.locator('.current').textContent()).toContain('the credit is <constant>');
    expect(await page.locator('#filter-status').textContent()).toBe('1 of 1');
    expect(await faults(page, '#tasks')).toEqual([]);
  });
});

test('links > an open fold is in the link, and a link inside the page keeps the rest', async () => {
  await opened({}, async (page) => {
    await page.locator('#task-2 > summary').click();
    await expect.poll(() => hash(page)).toContain('open=task-2');
    await page.getByRole('navigation').getByRole('link', { name: 'Laws' }).click();
    expect(await hash(page)).toBe('#laws?open=task-2');
    expect(await page.evaluate('document.activeElement.id')).toBe('laws');
    await opened({ hash: '#tasks?open=task-2' }, async (other) => {
      expect(await other.locator('#task-2').getAttribute('open')).toBe('');
      expect(await other.locator('#task-1').getAttribute('open')).toBeNull();
    });
  });
});

test('links > a task in a table opens its fold', async () => {
  await opened({}, async (page) => {
    await page.locator(`#board-agent .caption a`, { hasText: 'glove' }).first().click();
    await expect.poll(() => page.locator('#task-2').getAttribute('open')).toBe('');
  });
});

test('print > everything is unfolded and drawn, without the controls, and folded again', async () => {
  await opened({}, async (page) => {
    const folded = () => page.locator('details:not([open])').count();
    const before = await folded();
    expect(before).toBeGreaterThan(3);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(folded).toBe(0);
    expect(await page.locator('#filters').isVisible()).toBe(false);
    expect(await page.locator('#scores-1-shapley-64').isVisible()).toBe(true);
    // Folds are recorded a moment after they open; these must not be.
    await page.waitForTimeout(150);
    expect(await hash(page)).not.toContain('open=');
    await page.emulateMedia({ media: 'screen' });
    await expect.poll(folded).toBe(before);
    expect(await hash(page)).not.toContain('open=');
  });
});

test('print > a printer does not wait, so what is folded is drawn before it', async () => {
  await opened({}, async (page) => {
    expect(await page.locator('.waiting').count()).toBeGreaterThan(0);
    const printed = `dispatchEvent(new Event('beforeprint')); document.querySelectorAll('.waiting').length`;
    expect(await page.evaluate(printed)).toBe(0);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderFigures } from '../../reports/formats/figures.ts';
import { renderHtml } from '../../reports/page.ts';
import { exampleSummary } from '../reports/example-summary.ts';
import { manyMethods } from '../reports/figures/many-methods.ts';
import { launchChromium } from './chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'creditbench-figures-'));
const page = join(folder, 'index.html');
let files: Map<string, string>;
let browser: Browser;

beforeAll(async () => {
  const many = await renderFigures(manyMethods(7));
  files = new Map([...many].map(([path, text]): [string, string] => [path.replace('.svg', '-many.svg'), text]));
  for (const [path, text] of await renderFigures(exampleSummary)) files.set(path, text);
  mkdirSync(join(folder, 'figures'));
  for (const [path, text] of files) writeFileSync(join(folder, path), text);
  writeFileSync(page, await renderHtml(exampleSummary));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

test('figures > every file opens from disk as a picture, and all its text is inside', async () => {
  await opened(async (tab) => {
    for (const path of files.keys()) {
      await tab.goto(pathToFileURL(join(folder, path)).href);
      expect(await tab.evaluate('document.documentElement.nodeName')).toBe('svg');
      expect(await tab.evaluate('document.title.length > 0 && document.querySelectorAll("text").length > 3')).toBe(
        true,
      );
      expect([path, await tab.evaluate(outside)]).toEqual([path, []]);
    }
  });
});

test('figures > no label covers another at the size a phone shows', async () => {
  await opened(async (tab) => {
    await tab.setViewportSize({ width: 320, height: 900 });
    await tab.goto(pathToFileURL(page).href);
    expect(await tab.evaluate(clashes)).toEqual([]);
    const smallest = await tab.evaluate<number>(
      `Math.min(...[...document.querySelectorAll('.figure svg')].map((svg) => 11 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width))`,
    );
    expect(smallest).toBeGreaterThan(8);
  });
});

test('figures > the page links every picture it shows to its file', async () => {
  await opened(async (tab) => {
    await tab.goto(pathToFileURL(page).href);
    const links = await tab.evaluate<string[]>(
      `[...document.querySelectorAll('.figure a[download]')].map((link) => link.getAttribute('href'))`,
    );
    expect(links.length).toBe(await tab.locator('.figure').count());
    for (const link of links) expect([...files.keys()]).toContain(link);
  });
});

test('figures > every number under a picture is that of the summary', async () => {
  await opened(async (tab) => {
    await tab.goto(pathToFileURL(page).href);
    const printed = await tab.evaluate<{ key: string; value: string }[]>(
      `[...document.querySelectorAll('[data-drawn]')].map((cell) => {
        const table = cell.closest('table').dataset;
        const method = cell.closest('tr').dataset.method;
        return { key: [table.figure, table.board, table.estimand, table.budget, method, cell.dataset.at].join('|'), value: cell.dataset.drawn };
      })`,
    );
    const expected = new Map<string, number>();
    for (const { board, estimand, budget, profile, resolution } of exampleSummary.boards) {
      const put = (kind: string, method: string, at: number | string, value: number) =>
        expected.set([kind, board, estimand, String(budget), method, at].join('|'), value);
      for (const { method, share } of profile?.lines ?? [])
        for (const [index, value] of share.entries()) put('profile', method, profile!.thresholds[index]!, value);
      if (resolution !== null && 'meanRanks' in resolution.critical)
        for (const { method, meanRank } of resolution.critical.meanRanks) put('critical', method, '', meanRank);
    }
    expect(printed.length).toBe(expected.size);
    for (const { key, value } of printed) expect([key, Number(value)]).toEqual([key, expected.get(key)]);
  });
});

/** Texts that reach out of their picture. */
const outside = `[...document.querySelectorAll('text')].filter((text) => {
  const box = text.getBoundingClientRect();
  const frame = document.documentElement.getBoundingClientRect();
  return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
}).map((text) => text.textContent)`;

/** Pairs of different texts in one picture that cover each other. */
const clashes = `[...document.querySelectorAll('.figure svg')].flatMap((svg) => {
  const texts = [...svg.querySelectorAll('text')].map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }));
  return texts.flatMap((a, index) => texts.slice(index + 1).filter((b) =>
    a.words !== b.words && a.box.left + 1 < b.box.right && b.box.left + 1 < a.box.right &&
    a.box.top + 3 < b.box.bottom && b.box.top + 3 < a.box.bottom).map((b) => a.words + ' / ' + b.words));
})`;

async function opened(use: (tab: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    await context.setOffline(true);
    await use(await context.newPage());
  } finally {
    await context.close();
  }
}

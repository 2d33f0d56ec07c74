import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberText } from '../../reports/number-text.ts';
import { renderHtml } from '../../reports/page.ts';
import { packedNumber } from '../../reports/views/packed-number.ts';
import { exampleSummary } from '../reports/example-summary.ts';
import { launchChromium } from './chromium.ts';
import { openPage } from './open-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'creditbench-packed-'));
const file = join(folder, 'index.html');
let browser: Browser;

beforeAll(async () => {
  writeFileSync(file, await renderHtml({ ...exampleSummary, boards: [], cases: [], laws: [] }));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

test('packed numbers > the page unpacks what number-text.ts would print, for any number', async () => {
  const edges = [
    0, -0, 1e-12, 9.99e-13, 1e-5, 9.995e-5, 1e-4, 0.9995, 0.99949, 999.5, 99949, 999499, 999500, 1e6, 9.98e307,
  ];
  const drawn = fc.sample(fc.double({ min: -9.98e307, max: 9.98e307, noNaN: true }), { numRuns: 4000, seed: 1 });
  const usual = fc.sample(fc.double({ min: -3, max: 3, noNaN: true }), { numRuns: 4000, seed: 2 });
  const values = [...edges, ...edges.map((value) => -value), ...drawn, ...usual];
  await openPage(browser, file, {}, async (page) => {
    const packed = JSON.stringify(values.map(packedNumber).join(''));
    expect(await page.evaluate(`unpackedTexts(${packed})`)).toEqual(values.map(numberText));
    expect(await page.evaluate(`unpackedText(${JSON.stringify(packedNumber(null))})`)).toBeNull();
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { renderHtml } from '../../reports/page.ts';
import type { Summary } from '../../reports/summary.ts';
import { launchChromium } from './chromium.ts';
import { type Look, openPage } from './open-page.ts';

/** A report on disk and a browser of its own to open it in, as often as one likes. */
export async function offlinePage(summary: Summary) {
  const folder = mkdtempSync(join(tmpdir(), 'creditbench-page-'));
  const file = join(folder, 'index.html');
  writeFileSync(file, await renderHtml(summary));
  const browser = await launchChromium();
  return {
    address: pathToFileURL(file).href,
    open: (look: Look, use: (page: Page) => Promise<void>) => openPage(browser, file, look, use),
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}

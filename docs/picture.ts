/** Takes the README's pictures from a quick run: `node --import tsx docs/picture.ts creditbench-quick/report/index.html`. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../test/browser/chromium.ts';

const [, , page = 'creditbench-quick/report/index.html'] = process.argv;
const views = { overview: '', verdicts: '#pairs-message-advantage-256', cases: '#cases' };
mkdirSync('docs/pictures', { recursive: true });
const browser = await launchChromium();
for (const colorScheme of ['light', 'dark'] as const)
  for (const [width, height] of [
    [320, 640],
    [768, 900],
    [1440, 900],
  ] as const)
    for (const [name, hash] of Object.entries(views)) {
      const tab = await browser.newPage({ viewport: { width, height }, colorScheme });
      await tab.goto(`${pathToFileURL(resolve(page)).href}${hash}`);
      await tab.waitForTimeout(800);
      await tab.screenshot({ path: `docs/pictures/${name}-${colorScheme}-${width}.png` });
      await tab.close();
    }
await browser.close();

/** Takes the README's picture: `node --import tsx docs/picture.ts creditbench-quick/report/index.html`. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../test/browser/chromium.ts';

const [, , page = 'creditbench-quick/report/index.html'] = process.argv;
const browser = await launchChromium();
const tab = await browser.newPage({ viewport: { width: 1320, height: 900 }, colorScheme: 'light' });
await tab.goto(pathToFileURL(resolve(page)).href);
await tab.screenshot({ path: 'docs/report.png' });
await browser.close();

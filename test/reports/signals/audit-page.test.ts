import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditPage } from '../../../reports/signals/audit-page.ts';
import { launchChromium } from '../../browser/chromium.ts';
import { failureSignal, successSignal } from './example-signals.ts';

const hostile = [
  '<img src=x onerror=alert(1)>',
  '</section></style><script>alert(2)</script>',
  `{{x}} ${'w'.repeat(300)}`,
];

const folder = mkdtempSync(join(tmpdir(), 'creditbench-audit-'));
const file = join(folder, 'audit.html');
let browser: Browser;
let html: string;

beforeAll(async () => {
  const page = auditPage();
  const failure = await failureSignal([...hostile, '\u202eworse', 'bye']);
  const success = successSignal(hostile);
  // The spread of a union loses which member it was.
  const tampered = { ...success.record!, luck: 0.5 } as typeof success.record;
  html = [
    page.begin({ method: hostile[0]!, inputs: hostile[1]!, seed: 0 }),
    page.episode({ ...failure, instance: hostile[1]! }),
    page.episode({ ...success, episode: { ...success.episode, problem: hostile[0]! } }),
    // A record that does not hold is never written by the command; the page says so all the same.
    page.episode({ ...success, instance: 'tampered', record: tampered }),
    page.end({ episodes: 3, rows: 7, dropped: [{ reason: hostile[0]!, count: 2 }] }),
  ].join('');
  writeFileSync(file, html);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

describe('the audit page', () => {
  it('has no element and no address that came from a text', () => {
    expect(html).toContain('&lt;img src');
    expect(html).not.toMatch(/<(img|script|iframe|object|link)\b/i);
    expect(html).not.toMatch(/(src|href)="(?!#)/);
    expect(html).not.toMatch(/url\((?!#)/);
  });

  it('says where a failure began, what followed, which pairs came of it, and what was dropped', async () => {
    await opened({ width: 1200 }, async (page) => {
      const text = await page.locator('section').nth(0).innerText();
      expect(text).toContain('First error: step 1, by agent 1.');
      expect(text).toContain('Prefixes checked, by number of messages: 1: fine; 2: faulty.');
      expect(text).toMatch(/step 2\s+agent 0\s+repair\s+\+0\.500/);
      expect(text).toMatch(/step 1\s+agent 1\s+first error\s+−1\.00/);
      expect(text).toContain('value 0.600 → 0.200');
      expect(await page.locator('section').nth(0).locator('.pairs li').count()).toBe(3);
      expect(text).toMatch(/not-failure-aligned\s+repair\s+2\s+alike/);
    });
  });

  it('books the whole outcome of a success: agents, baseline, luck', async () => {
    await opened({ width: 1200 }, async (page) => {
      const text = await page.locator('section').nth(1).innerText();
      expect(text).toMatch(/agent 0\s+\+0\.500/);
      expect(text).toMatch(/agent 1\s+−0\.100/);
      expect(text).toMatch(/baseline v\(∅\)\s+0\.250/);
      expect(text).toMatch(/luck R − v\(N\)\s+\+0\.350/);
      expect(text).toContain('Σ agents = 0.400 = v(N) − v(∅) = 0.650 − 0.250');
      expect(text).toContain('every number holds to 10⁻⁹');
    });
  });

  it('draws a bar to the side of its sign, as long as its share of the range', () => {
    const bars = [...html.matchAll(/<rect class="(up|down)" x="([\d.]+)" y="1" width="([\d.]+)"/g)];
    expect(bars.slice(0, 5).map(([, ...drawn]) => drawn)).toEqual([
      ['up', '50.0', '0.0'],
      ['down', '0.0', '50.0'],
      ['up', '50.0', '25.0'],
      ['down', '25.0', '25.0'],
      ['up', '50.0', '0.0'],
    ]);
  });

  it('says which numbers of a record do not hold', () => {
    expect(html.match(/Does not follow from its own numbers/g)).toHaveLength(1);
    expect(html).toContain('luck is 0.5; recomputed');
  });

  it('counts everything at its end', async () => {
    await opened({ width: 1200 }, async (page) => {
      expect(await page.locator('#totals').innerText()).toMatch(
        /episodes\s+3\s+rows written\s+7\s+dropped: <img.*>\s+2/,
      );
    });
  });
});

describe.each([
  ['light', 320],
  ['dark', 768],
  ['light', 1440],
] as const)('the audit page in %s at %d px', (colorScheme, width) => {
  it('opens from disk: quiet, inside its width, without serious faults', async () => {
    await opened({ colorScheme, width }, async (page) => {
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(
        0,
      );
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<AxeResults>('axe.run()');
      const faults = violations.filter(({ impact }) => impact !== 'minor');
      expect(faults.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    });
  });
});

type Look = { readonly colorScheme?: 'light' | 'dark'; readonly width: number };

/** The page in a browser without a network; fails on a request, a dialog or a word in the console. */
async function opened({ colorScheme = 'light', width }: Look, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  const complaints: string[] = [];
  try {
    await context.setOffline(true);
    const page = await context.newPage();
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(file).href) complaints.push(`request: ${request.url()}`);
    });
    page.on('console', (message) => complaints.push(`console: ${message.text()}`));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(pathToFileURL(file).href);
    await use(page);
    const shots = process.env['AUDIT_SHOTS'];
    if (shots !== undefined)
      await page.screenshot({ path: join(shots, `${colorScheme}-${width}.png`), fullPage: true });
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

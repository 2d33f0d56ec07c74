import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberText } from '../../reports/number-text.ts';
import { signedText } from '../../reports/signals/message-view.ts';
import { exampleCases } from '../reports/example-cases.ts';
import { hostile } from '../reports/example-manifest.ts';
import { exampleSummary } from '../reports/example-summary.ts';
import { offlinePage } from './offline-page.ts';
import { faults, overflow } from './open-page.ts';

let report: Awaited<ReturnType<typeof offlinePage>>;
const [relay, log] = exampleCases as [(typeof exampleCases)[number], (typeof exampleCases)[number]];

beforeAll(async () => {
  report = await offlinePage(exampleSummary);
});
afterAll(async () => {
  await report?.close();
});

test.each([
  ['light', 320],
  ['light', 768],
  ['light', 1440],
  ['dark', 1440],
] as const)('cases > fit a %s page %d px wide, and axe finds nothing', async (colorScheme, width) => {
  await report.open({ colorScheme, width, hash: '#cases?case-second=shapley-permutation' }, async (page) => {
    expect(await overflow(page)).toBe(0);
    expect(await faults(page, '#cases')).toEqual([]);
  });
});

test('cases > every number shown is that of the summary, for every pair of sides and every truth', async () => {
  const names = ['@truth', ...relay.credits.map(({ method }) => method)];
  const pairs = names.flatMap((first) => names.filter((name) => name !== first).map((second) => ({ first, second })));
  const views = pairs.flatMap((pair) => (['shapley', 'removal'] as const).map((estimand) => ({ ...pair, estimand })));
  await report.open({ hash: '#cases?case=relay%2F0%2F3%400' }, async (page) => {
    const found = await shown(page, views);
    for (const [place, { first, second, estimand }] of views.entries())
      expect(found[place]?.toSorted(), `${first} | ${second}`).toEqual(expected(first, second, estimand));
  });
});

test('cases > lines stand with the largest difference first, or as they were said', async () => {
  await report.open({ hash: '#cases?case-first=kernel-shap&case-second=shapley-permutation' }, async (page) => {
    const places = () =>
      page.evaluate<string[]>(
        `[...document.querySelectorAll('#case-messages tbody tr')].map((row) => row.dataset.place)`,
      );
    expect(await places()).toEqual(['1', '2', '0', '3']);
    await page.locator('#case-order').selectOption('said');
    expect(await places()).toEqual(['0', '1', '2', '3']);
    await page.goBack();
    await expect.poll(places).toEqual(['1', '2', '0', '3']);
  });
});

test('cases > opens with the leader against the method furthest from it', async () => {
  await report.open({}, async (page) => {
    expect(await page.locator('#case-first').inputValue()).toBe('kernel-shap');
    expect(await page.locator('#case-second').inputValue()).toBe(hostile.html);
    expect(await page.locator('#case-status').textContent()).toContain('the largest difference is −0.820');
  });
});

test('cases > the link restores the view, and says all of it', async () => {
  const view = {
    choice: 'relay/0/3@0',
    first: 'shapley-permutation',
    second: 'leave-one-out',
    truth: 'removal',
    order: 'said',
    scale: 'own',
  };
  let link = '';
  await report.open({ hash: '#cases?case=logs%2Flog-17%401' }, async (page) => {
    for (const [name, value] of Object.entries(view)) await page.locator(`#case-${name}`).selectOption(value);
    link = (await page.locator('#case-link').getAttribute('href')) ?? '';
  });
  await report.open({ hash: link }, async (page) => {
    for (const [name, value] of Object.entries(view))
      expect(await page.locator(`#case-${name}`).inputValue(), name).toBe(value);
    expect(await page.locator('#case-status').textContent()).toContain('Episode 1 of 2: relay/0/3@0.');
  });
});

test('cases > who blames whom is said in words and marked at the message', async () => {
  await report.open({ hash: '#cases?case-first=judge%5Bprompt%3Dshort%5D&case=relay%2F0%2F3%400' }, async (page) => {
    expect(await page.locator('#case-blame li').allTextContents()).toEqual([
      'truth: first error at step 1, by critic (critic & <b>judge</b>)',
      'judge[prompt=short]: first error at step 2, by solver',
    ]);
    expect(await page.locator('tr[data-place="2"] .case-mark').allTextContents()).toEqual([
      '✗ first error: judge[prompt=short]',
    ]);
  });
});

test('cases > what is missing is said in words', async () => {
  await report.open({ hash: '#cases?case=logs%2Flog-17%401&case-second=oracle' }, async (page) => {
    expect(await page.locator('#case-blame').textContent()).toContain('it failed, and no declared error explains it');
    expect(await page.locator('#case-messages-note').textContent()).toContain('The journal holds no transcript');
    expect(await page.locator('#case-messages-note').textContent()).toContain(
      'oracle has no credit here: the journal holds no row of it.',
    );
    expect(await page.locator('#case-agents-region').isVisible()).toBe(false);
    expect(await page.locator('#case-said').isVisible()).toBe(false);
    expect(log.transcript).toBe(null);
  });
});

test('cases > search and task narrow the episodes, and say so where nothing is left', async () => {
  await report.open({}, async (page) => {
    const episodes = () => page.locator('#case-choice option').allTextContents();
    await page.getByRole('searchbox', { name: 'Search' }).and(page.locator('#case-search')).fill('17 + 25');
    expect(await episodes()).toEqual(['relay/0/3@0']);
    await page.locator('#case-search').fill('nowhere at all');
    expect(await page.locator('#case-status').textContent()).toContain('No episode matches');
    expect(await page.locator('#case-shown').isVisible()).toBe(false);
    await page.locator('#case-search').fill('');
    await page.locator('#case-task').selectOption('logs');
    expect(await episodes()).toEqual(['logs/log-17@1']);
  });
});

test('cases > the keyboard steps through episodes and chooses methods', async () => {
  await report.open({}, async (page) => {
    await page.locator('#case-next').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#case-choice').inputValue()).toBe('logs/log-17@1');
    await page.keyboard.press('Enter');
    expect(await page.locator('#case-choice').inputValue()).toBe('relay/0/3@0');
    await page.locator('#case-scale').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate('location.hash')).toContain('case-scale=own');
    expect(await page.locator('#case-agents-note').textContent()).toContain('scaled to its own largest');
  });
});

test('cases > the list of differences leads to the episode with the two that were compared', async () => {
  await report.open({ hash: '#cases?case-first=judge%5Bprompt%3Dshort%5D&case-second=uniform' }, async (page) => {
    expect(await page.locator('#case-gaps tbody tr').count()).toBe(1);
    const link = await page.locator('#case-gaps a').getAttribute('href');
    expect(Object.fromEntries(new URLSearchParams(link?.split('?')[1]))).toEqual({
      case: 'logs/log-17@1',
      'case-first': 'judge[prompt=short]',
      'case-second': 'uniform',
    });
    await page.locator('#case-gaps').getByRole('link', { name: 'logs/log-17@1' }).click();
    await expect.poll(() => page.locator('#case-choice').inputValue()).toBe('logs/log-17@1');
    expect(await page.locator('#case-second').inputValue()).toBe('uniform');
  });
});

test('cases > what was said stays text, whatever it says', async () => {
  await report.open({ hash: '#cases?case=relay%2F0%2F3%400' }, async (page) => {
    expect(await page.locator('#case-problem').textContent()).toBe(relay.transcript?.problem);
    const said = await page.locator('#case-messages .said').allTextContents();
    expect(said.toSorted()).toEqual(relay.transcript?.messages.toSorted());
    expect(await page.locator('#case-viewer :is(img, script, b)').count()).toBe(0);
  });
});

type View = { readonly first: string; readonly second: string; readonly estimand: string };

/** Every number of the two tables per view: part, place, side, all its digits, its text. */
async function shown(page: Page, views: readonly View[]): Promise<string[][]> {
  return page.evaluate<string[][]>(`${JSON.stringify(views)}.map(({ first, second, estimand }) => {
    creditbenchState.set('case-first', first);
    creditbenchState.set('case-second', second);
    creditbenchState.set('case-truth', estimand);
    return [...document.querySelectorAll('#case-viewer [data-credit]')].map((number) => {
      const row = number.closest('tr');
      return [row.dataset.part, row.dataset.place, number.dataset.side, number.dataset.credit, number.textContent].join(' ');
    });
  })`);
}

function expected(first: string, second: string, estimand: 'shapley' | 'removal'): string[] {
  const credit = (name: string, part: 'agents' | 'messages') =>
    name === '@truth'
      ? relay.truth[part === 'agents' ? estimand : 'advantage']
      : relay.credits.find(({ method }) => method === name)?.credit[part];
  return (['agents', 'messages'] as const)
    .flatMap((part) => {
      const [truth, one, other] = ['@truth', first, second].map((name) => credit(name, part));
      const sides = {
        truth,
        ...(first === '@truth' ? {} : { first: one }),
        ...(second === '@truth' ? {} : { second: other }),
      };
      const numbers = Object.entries(sides).flatMap(([side, values]) =>
        (values ?? []).map((value, place) => `${part} ${place} ${side} ${value} ${numberText(value)}`),
      );
      const differences = (one ?? []).flatMap((value, place) => {
        if (other === undefined) return [];
        const difference = value - other[place]!;
        return [
          `${part} ${place} difference ${Math.abs(difference) < 1e-12 ? 0 : difference} ${signedText(difference)}`,
        ];
      });
      return [...numbers, ...differences];
    })
    .toSorted();
}

import type { Page } from 'playwright-core';
import { countText, intervalText, numberText } from '../../reports/number-text.ts';
import { turnedPair } from '../../reports/pair-lines.ts';
import { pText, verdictTexts, verdictWords } from '../../reports/pair-words.ts';
import type { Summary } from '../../reports/summary.ts';

/** A line of pairs as the page shows it; `key` is its table and its place in the summary. */
export type ShownPair = {
  readonly key: string;
  readonly turned: boolean;
  readonly names: readonly string[];
  readonly verdict: string;
  readonly facts: Readonly<Record<string, string>>;
};

/** Every line of pairs that stands on the page. */
export async function shownPairs(page: Page): Promise<ShownPair[]> {
  return page.evaluate<ShownPair[]>(`[...document.querySelectorAll('table[data-pairs] tr[data-pair]')].map((row) => {
    const table = row.closest('table');
    const names = [...table.tHead.rows[0].cells].map((cell) => cell.dataset.fact);
    const facts = [...row.cells].flatMap((cell, at) => (names[at] ? [[names[at], cell.textContent]] : []));
    return {
      key: table.dataset.pairs + '|' + row.dataset.pair,
      turned: row.hasAttribute('data-turned'),
      names: [row.cells[0].textContent, row.cells[1].textContent],
      verdict: row.cells[2].textContent,
      facts: Object.fromEntries(facts),
    };
  })`);
}

/** What a line should show, by the same key, for both sides of a pair: of the tables at the largest budget, which is no limit. */
export function expectedPairs({ boards }: Summary): Map<string, (turned: boolean) => Omit<ShownPair, 'key'>> {
  return new Map(
    boards.flatMap(({ board, estimand, budget, resolution }) =>
      (budget === null ? (resolution?.pairs ?? []) : []).map((known, place) => {
        const expected = (turned: boolean) => {
          const pair = turned ? turnedPair(known) : known;
          const isSettled = pair.verdict === 'first' || pair.verdict === 'second';
          return {
            turned,
            names: [pair.first, pair.second],
            verdict: `${verdictTexts[pair.verdict].symbol} ${verdictWords[pair.verdict]}`,
            facts: {
              difference: numberText(pair.difference),
              interval: intervalText(pair) ?? 'none',
              p: pText(pair.p),
              adjusted: pText(pair.adjusted),
              instances: countText(pair.instances),
              nonZero: countText(pair.nonZero),
              won: `${numberText(100 * pair.won)} %`,
              more: pair.more === null || isSettled ? '–' : countText(pair.more),
            },
          };
        };
        return [[board, estimand, budget, place].map(String).join('|'), expected] as const;
      }),
    ),
  );
}

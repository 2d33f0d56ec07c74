import type { Page } from 'playwright-core';
import type { Summary } from '../../reports/summary.ts';

/** A number with its place, as one text that can be compared: key, all its digits. */
type PrintedNumber = { readonly key: string; readonly value: string; readonly text: string };

/** Every number on the page that says what it is, from its own attributes or those of its row and table. */
export async function printedNumbers(page: Page): Promise<PrintedNumber[]> {
  return page.evaluate<PrintedNumber[]>(`[...document.querySelectorAll('[data-value]')].map((cell) => {
    const read = (name) => cell.closest('[data-' + name + ']')?.dataset[name] ?? '(none)';
    const names = ['board', 'estimand', 'task', 'method', 'role', 'budget', 'metric'];
    const printed = cell.matches('td') ? cell.firstChild.textContent : cell.textContent;
    return { key: names.map(read).join('|'), value: read('value'), text: printed.trim() };
  })`);
}

/** Every number the page should show, by the same key. */
export function summaryNumbers(summary: Summary): Map<string, number> {
  const boards = summary.boards.flatMap(({ board, estimand, budget, standings }) =>
    standings.flatMap(({ method, metrics }) =>
      Object.entries(metrics).map(([metric, { value }]): [string, number] => [
        [board, estimand, '', method, '', budget, metric].map(String).join('|'),
        value,
      ]),
    ),
  );
  const scores = summary.scores.map(
    ({ board, estimand, task, method, slice, budget, metric, value }): [string, number] => {
      const role = slice !== null && 'role' in slice ? slice.role : '';
      return [[board, estimand, task, method, role, budget, metric].map(String).join('|'), value];
    },
  );
  return new Map([...boards, ...scores]);
}

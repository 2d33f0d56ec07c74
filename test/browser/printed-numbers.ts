import type { Page } from 'playwright-core';
import { countText, intervalText, numberText } from '../../reports/number-text.ts';
import type { BoardTable, Measured, Standing, Summary } from '../../reports/summary.ts';

/** A number as the page prints it: its place as one text, all its digits where the page carries them, and what is read. */
export type PrintedNumber = {
  readonly key: string;
  readonly value: string | null;
  readonly text: string;
  readonly interval: string | null;
};

/** Every number of the boards, their answers in short and the tables of scores, from its attributes or those of its line, column and table. */
export async function printedNumbers(page: Page): Promise<PrintedNumber[]> {
  return page.evaluate<
    PrintedNumber[]
  >(`[...document.querySelectorAll('[data-board] [data-value], table.scores tbody td')].flatMap((cell) => {
    const table = cell.closest('table');
    const row = cell.closest('tr');
    const heads = [...(table?.tHead.rows[0].cells ?? [])];
    const isScore = table?.matches('.scores') ?? false;
    const metric = cell.dataset.metric ?? heads[cell.cellIndex]?.dataset.metric;
    if (metric === undefined || cell.matches('.quiet')) return [];
    const read = (name) => cell.closest('[data-' + name + ']')?.dataset[name] ?? '';
    const method = isScore ? row.cells[0].textContent : read('method');
    const role = isScore && heads[1].textContent.startsWith('Role') ? row.cells[1].textContent : '';
    return {
      key: [read('board'), read('estimand'), read('task'), method, role, read('budget'), metric].join('|'),
      value: cell.dataset.value ?? null,
      text: (cell.matches('td') ? cell.firstChild : cell).textContent.trim(),
      interval: (cell.querySelector(':scope > i') ?? cell.parentElement.querySelector(':scope > .interval'))?.textContent ?? null,
    };
  })`);
}

type Expected = Omit<PrintedNumber, 'key'>;

/** Every number the page should show, by the same key. */
export function summaryNumbers(summary: Summary): Map<string, Expected> {
  const scores = summary.scores.map((entry): [string, Expected] => {
    const { board, estimand, task, method, slice, budget, metric } = entry;
    const role = slice !== null && 'role' in slice ? slice.role : '';
    return [[board, estimand, task, method, role, budget, metric].map(String).join('|'), scoreOf(entry)];
  });
  return new Map([...summary.boards.flatMap(boardNumbers), ...scores]);
}

const scoreOf = (measured: Measured): Expected => ({ ...measuredOf(measured), value: null });
const measuredOf = (measured: Measured): Expected => ({
  value: String(measured.value),
  text: numberText(measured.value),
  interval: intervalText(measured) ?? 'no interval',
});
const plain = (value: string | number, text: string): Expected => ({ value: String(value), text, interval: null });

function boardNumbers(table: BoardTable): [string, Expected][] {
  const { board, estimand, budget, standings } = table;
  const keyOf = (method: string, metric: string) =>
    [board, estimand, '', method, '', budget, metric].map(String).join('|');
  return standings.flatMap((standing) => {
    const { method, metrics, rankInterval, probabilityBest, aggregates, tasks, of, spent } = standing;
    const sharing = standings.filter(({ group }) => group !== null && group === standing.group);
    const rank = Math.min(...sharing.map((other) => other.rank ?? Number.NaN));
    const several = standings.filter((other) => other.rank !== null).length > 1;
    const found: [string, Expected][] = Object.entries(metrics).map(([metric, measured]) => [
      metric,
      measuredOf(measured),
    ]);
    if (sharing.length > 0) found.push(['rank', plain(rank, `${rank}${sharing.length > 1 ? '=' : ''}`)]);
    if (rankInterval !== null) found.push(['rank-interval', rankIntervalOf(rankInterval)]);
    if (probabilityBest !== null) found.push(['probability-best', plain(probabilityBest, numberText(probabilityBest))]);
    if (aggregates !== null && several)
      found.push(
        ['mean-rank', plain(aggregates.meanRank, numberText(aggregates.meanRank))],
        ['mean-win-rate', plain(aggregates.meanWinRate, numberText(aggregates.meanWinRate))],
        ['borda', plain(aggregates.borda, numberText(aggregates.borda))],
      );
    found.push(['tasks', plain(tasks, `${tasks} of ${of}`)]);
    for (const [price, value] of Object.entries(spent))
      if (price !== 'tokens' || standings.some((other) => other.spent.tokens > 0))
        found.push([`spent-${price}`, plain(value, countText(value))]);
    return found.map(([metric, expected]): [string, Expected] => [keyOf(method, metric), expected]);
  });
}

function rankIntervalOf({ best, worst }: NonNullable<Standing['rankInterval']>): Expected {
  return plain(`${best}-${worst}`, best === worst ? `${best}` : `${best}–${worst}`);
}

/** What the answers in short show besides the numbers of their boards: the lead over the next group, and stability. */
export function leadNumbers({ boards }: Summary): Map<string, Expected> {
  const found = boards.flatMap(({ board, estimand, budget, standings, resolution }): [string, Expected][] => {
    if (resolution === null) return [];
    const ofGroup = (group: number) =>
      standings.filter((line) => line.group === group).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))[0]?.method;
    const [first, next] = [ofGroup(1), ofGroup(2)];
    const pair = resolution.pairs.find((one) =>
      [first, next].every((name) => name === one.first || name === one.second),
    );
    const keyOf = (method: string, metric: string) =>
      [board, estimand, '', method, '', budget, metric].map(String).join('|');
    const turned = pair?.first === first ? 1 : -1;
    const [low, high] = turned > 0 ? [pair?.low, pair?.high] : [pair?.high, pair?.low];
    return [
      ...(pair === undefined || first === undefined || low == null || high == null
        ? []
        : [
            [
              keyOf(first, 'lead'),
              measuredOf({ value: turned * pair.difference, low: turned * low, high: turned * high }),
            ] as [string, Expected],
          ]),
      ...(resolution.splitHalf === null
        ? []
        : [
            [keyOf('', 'split-half'), { ...plain(resolution.splitHalf, numberText(resolution.splitHalf)) }] as [
              string,
              Expected,
            ],
          ]),
    ];
  });
  return new Map(found);
}

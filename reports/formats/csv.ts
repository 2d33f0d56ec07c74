import type { ScoreEntry, Slice, Standing, Summary } from '../summary.ts';

type Cell = string | number | boolean | null;

/** `standing`: what the board says of the method, on the lines of the metric that ranks, whole episodes only; undefined on others. */
const columns: readonly (readonly [name: string, read: (entry: ScoreEntry, standing: Standing | undefined) => Cell])[] =
  [
    ['board', ({ board }) => board],
    ['task', ({ task }) => task],
    ['method', ({ method }) => method],
    ['budget', ({ budget }) => budget],
    ['metric', ({ metric }) => metric],
    ['slice', ({ slice }) => sliceText(slice)],
    ['estimand', ({ estimand }) => estimand],
    ['ranked', ({ ranked }) => ranked],
    ['value', ({ value }) => value],
    ['low', ({ low }) => low],
    ['high', ({ high }) => high],
    ['instances', ({ instances }) => instances],
    ['seeds', ({ seeds }) => seeds],
    ['scored', ({ scored }) => scored],
    ['skipped', ({ skipped }) => skipped],
    ['failed', ({ failed }) => failed],
    ['rank', (_, standing) => standing?.rank ?? null],
    ['group', (_, standing) => standing?.group ?? null],
    ['rank-best', (_, standing) => standing?.rankInterval?.best ?? null],
    ['rank-worst', (_, standing) => standing?.rankInterval?.worst ?? null],
    ['probability-best', (_, standing) => standing?.probabilityBest ?? null],
  ];

/** Every score with all its digits; an empty budget is no limit, an empty interval is none. */
export function renderCsv({ scores, boards }: Pick<Summary, 'scores' | 'boards'>): string {
  const standings = new Map(
    boards.flatMap(({ board, estimand, budget, headline, standings: lines }) =>
      lines.map((line) => [keyOf(board, estimand, budget, headline, line.method), line]),
    ),
  );
  const lines = scores.map((entry) => {
    const { board, estimand, budget, metric, method, slice } = entry;
    const isWhole = slice === null || !('role' in slice);
    const standing = isWhole ? standings.get(keyOf(board, estimand, budget, metric, method)) : undefined;
    return columns.map(([, read]) => cell(read(entry, standing))).join(',');
  });
  return `${[columns.map(([name]) => name).join(','), ...lines].join('\n')}\n`;
}

function keyOf(...parts: readonly (string | number | null)[]): string {
  return JSON.stringify(parts);
}

function sliceText(slice: Slice): string {
  if (slice === null) return '';
  return 'role' in slice ? `role:${slice.role}` : `estimand:${slice.estimand}`;
}

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  // A spreadsheet takes text with such a beginning for a formula.
  const guarded = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

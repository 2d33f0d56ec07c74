import type { ScoreEntry, Slice, Summary } from '../summary.ts';

const columns: readonly (readonly [name: string, read: (entry: ScoreEntry) => string | number | boolean | null])[] = [
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
];

/** Every score with all its digits; an empty budget is no limit, an empty interval is none. */
export function renderCsv({ scores }: Pick<Summary, 'scores'>): string {
  const lines = scores.map((entry) => columns.map(([, read]) => cell(read(entry))).join(','));
  return `${[columns.map(([name]) => name).join(','), ...lines].join('\n')}\n`;
}

function sliceText(slice: Slice): string {
  if (slice === null) return '';
  return 'role' in slice ? `role:${slice.role}` : `estimand:${slice.estimand}`;
}

function cell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  // A spreadsheet takes text with such a beginning for a formula.
  const guarded = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

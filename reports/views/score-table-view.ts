import type { Estimand } from '../../harness/contract.ts';
import { boardOf } from '../board-definitions.ts';
import { metricsOf } from '../board-tables.ts';
import { metricText } from '../metric-text.ts';
import { budgetText, plural } from '../number-text.ts';
import type { AbsentEntry, Board, Measured, ScoreEntry, Summary } from '../summary.ts';
import { type Footnotes, footnotes } from './footnotes.ts';

/** The scores of every method on one task at one budget, for whole episodes or by role. */
export type ScoreTableView = {
  readonly id: string;
  readonly name: string;
  readonly board: Board;
  readonly estimand: Estimand;
  readonly task: string;
  readonly budget: string;
  /** `64 evaluator calls, by role`. */
  readonly title: string;
  readonly byRole: boolean;
  readonly metrics: readonly (ReturnType<typeof metricText> & { readonly metric: string })[];
  readonly lines: readonly {
    readonly method: string;
    readonly role: string;
    readonly scores: readonly ScoreView[];
    readonly cells: string;
  }[];
  readonly notes: readonly { readonly mark: string; readonly text: string }[];
};

/** One score of a table; `measured` is null where there is none, and `mark` is the footnote that says more. */
export type ScoreView = {
  readonly measured: Measured | null;
  readonly mark: string | null;
};

type Entry = ScoreEntry | AbsentEntry;

/** A table of the entries of one task, board, estimand and budget; null where there are none. */
export function scoreTableView(
  summary: Summary,
  entries: readonly Entry[],
  { board, estimand, budget }: { board: Board; estimand: Estimand; budget: number | null },
  byRole: boolean,
): ScoreTableView | null {
  const own = entries.filter(
    (entry) =>
      entry.board === board && entry.estimand === estimand && entry.budget === budget && isOfRole(entry) === byRole,
  );
  const [first] = own;
  if (first === undefined) return null;
  const metrics = metricOrder(estimand, own);
  const notes = footnotes();
  const lines = linesOf(summary, own).map((line) => ({
    method: line[0].method,
    role: roleOf(line[0]),
    scores: metrics.map((metric) =>
      scoreView(
        line.find((entry) => entry.metric === metric),
        notes,
      ),
    ),
    cells: cellsText(line[0]),
  }));
  const title = `${budgetText(budget)}${byRole ? ', by role' : ''}`;
  const place = summary.manifest.suite.tasks.findIndex(({ id }) => id === first.task);
  return {
    id: ['scores', place + 1, estimand, budget ?? 'unlimited', ...(byRole ? ['role'] : [])].join('-'),
    name: `${first.task}, ${estimand.replaceAll('-', ' ')}, ${title}`,
    board,
    estimand,
    task: first.task,
    budget: String(budget),
    title,
    byRole,
    metrics: metrics.map((metric) => ({ metric, ...metricText(metric) })),
    lines,
    notes: notes.list(),
  };
}

function scoreView(entry: Entry | undefined, notes: Footnotes): ScoreView {
  if (entry === undefined) return { measured: null, mark: null };
  if ('reason' in entry) return { measured: null, mark: notes.mark(`no value: ${entry.reason}`) };
  return {
    measured: entry,
    mark: entry.undefined > 0 ? notes.mark(`undefined on ${plural(entry.undefined, 'scored cell')}`) : null,
  };
}

function isOfRole({ slice }: Entry): boolean {
  return slice !== null && 'role' in slice;
}

function roleOf({ slice }: Entry): string {
  return slice !== null && 'role' in slice ? slice.role : '';
}

function cellsText({ scored, skipped, failed }: Entry): string {
  const all = scored + skipped + failed;
  return [`${scored} of ${all}`, ...(failed > 0 ? [`${failed} failed`] : [])].join(', ');
}

/** Entries by method and role, in the manifest's order, controls last. */
function linesOf(summary: Summary, entries: readonly Entry[]): (readonly [Entry, ...Entry[]])[] {
  const { methods } = summary.manifest.suite;
  const names = methods.toSorted((a, b) => Number(a.control) - Number(b.control)).map(({ name }) => name);
  const lines = new Map<string, [Entry, ...Entry[]]>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.method, roleOf(entry)]);
    const line = lines.get(key);
    if (line === undefined) lines.set(key, [entry]);
    else line.push(entry);
  }
  return [...lines.values()].toSorted(([a], [b]) => names.indexOf(a.method) - names.indexOf(b.method));
}

/** The metrics as the board shows them, then any the board does not have. */
function metricOrder(estimand: Estimand, entries: readonly Entry[]): string[] {
  const found = new Set(entries.map(({ metric }) => metric));
  return [...new Set([...metricsOf(boardOf(estimand)).filter((metric) => found.has(metric)), ...found])];
}

import type { Estimand } from '../../harness/contract.ts';
import { boardOf } from '../board-definitions.ts';
import { metricsOf } from '../board-tables.ts';
import { metricText } from '../metric-text.ts';
import { budgetText, plural } from '../number-text.ts';
import type { AbsentEntry, Board, ScoreEntry, Summary } from '../summary.ts';
import { footnotes } from './footnotes.ts';
import { type NumberView, numberView } from './number-view.ts';

/** The scores of every method on one task at one budget, for whole episodes or by role. */
export type ScoreTableView = {
  readonly board: Board;
  readonly estimand: Estimand;
  readonly task: string;
  readonly budgetValue: string;
  readonly name: string;
  readonly budget: string;
  readonly byRole: boolean;
  readonly metrics: readonly ReturnType<typeof metricText>[];
  readonly lines: readonly {
    readonly method: string;
    readonly role: string;
    /** Null where the table has no headline metric, as by role. */
    readonly headline: NumberView | null;
    readonly others: readonly NumberView[];
    readonly cells: string;
  }[];
  readonly notes: readonly { readonly mark: string; readonly text: string }[];
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
  const lines = linesOf(summary, own).map(([head, ...rest]) => {
    const line = [head, ...rest];
    const place = { board, estimand, task: head.task, method: head.method, budget, role: roleOf(head) };
    const numbers = metrics.map((metric) => {
      const entry = line.find((candidate) => candidate.metric === metric);
      if (entry === undefined) return numberView(place, metric, undefined);
      if ('reason' in entry) return numberView(place, metric, undefined, notes.mark(`no value: ${entry.reason}`));
      const partial = entry.undefined > 0 ? notes.mark(`undefined on ${plural(entry.undefined, 'scored cell')}`) : null;
      return numberView(place, metric, entry, partial);
    });
    const headline = numbers.find(({ metric }) => metric === boardOf(estimand).headline) ?? null;
    return {
      method: head.method,
      role: roleOf(head),
      headline,
      others: headline === null ? numbers : numbers.slice(1),
      cells: cellsText(head),
    };
  });
  return {
    board,
    estimand,
    task: first.task,
    budgetValue: String(budget),
    name: `${first.task}, ${estimand.replaceAll('-', ' ')}, ${budgetText(budget)}${byRole ? ', by role' : ''}`,
    budget: budgetText(budget),
    byRole,
    metrics: metrics.map(metricText),
    lines,
    notes: notes.list(),
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

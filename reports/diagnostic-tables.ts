import { budgetText, countText, intervalText, numberText } from './number-text.ts';
import type { DiagnosticEntry, Summary } from './summary.ts';

/** One table of diagnostics: texts, the first `texts` columns left-aligned. */
export type DiagnosticTable = {
  readonly title: string;
  readonly heads: readonly string[];
  readonly texts: number;
  readonly lines: readonly (readonly string[])[];
};

export const diagnosticQuestion =
  'What stands behind replay credit on these tasks, against exact references: the noise of replays, the influence of a message ' +
  'on the next one, and, per method, variance and bias of the credit of one message at one context. Influence says that the next ' +
  'speaker reacts, not that reacting is right; a low variance alone is no merit, for the zero credit has none.';

/** Per task, what its replays say, and per task and budget, how good each method's credit is. */
export function diagnosticTables({ diagnostics }: Pick<Summary, 'diagnostics'>): DiagnosticTable[] {
  const tasks = [...new Set(diagnostics.map(({ task }) => task))];
  return tasks.flatMap((task) => {
    const here = diagnostics.filter((entry) => entry.task === task);
    const replays = here.filter(({ method }) => method === null);
    const budgets = [...new Set(here.filter(({ method }) => method !== null).map(({ budget }) => budget))];
    return [
      ...(replays.length > 0 ? [replayTable(task, replays)] : []),
      ...budgets.map((budget) =>
        methodTable(
          task,
          budget,
          here.filter((entry) => entry.method !== null && entry.budget === budget),
        ),
      ),
    ];
  });
}

function replayTable(task: string, entries: readonly DiagnosticEntry[]): DiagnosticTable {
  return {
    title: `${task}: replays`,
    heads: ['role', 'diagnostic', 'beside it', 'value', '95 % interval', 'over'],
    texts: 3,
    lines: entries.map((entry) => {
      const name = entry.name.replaceAll('-', ' ');
      if ('reason' in entry) return [entry.role ?? 'all', name, entry.reason, '–', '–', '–'];
      const { role, beside = '', value, count } = entry;
      return [role ?? 'all', name, beside, numberText(value), intervalText(entry) ?? '–', countText(count)];
    }),
  };
}

const columns = [
  'fidelity-pooled',
  'fidelity-per-context',
  'squared-error',
  'squared-bias',
  'within-context-variance',
] as const;

function methodTable(task: string, budget: number | null, entries: readonly DiagnosticEntry[]): DiagnosticTable {
  const keys = [...new Set(entries.map(({ method, role }) => JSON.stringify([method, role])))];
  return {
    title: `${task}: credit of one message at one context, ${budgetText(budget)}`,
    heads: ['method', 'role', ...columns.map((column) => column.replaceAll('-', ' ')), 'contexts'],
    texts: 2,
    lines: keys.map((key) => {
      const of = entries.filter(({ method, role }) => JSON.stringify([method, role]) === key);
      const cells = columns.map((column) => {
        const entry = of.find(({ name }) => name === column);
        return entry === undefined || 'reason' in entry ? '–' : valueText(entry);
      });
      const first = of[0]!;
      const counted = of.find((entry) => !('reason' in entry));
      const count = counted === undefined || 'reason' in counted ? '–' : countText(counted.count);
      return [first.method!, first.role ?? ('reason' in first ? first.reason : 'all'), ...cells, count];
    }),
  };
}

function valueText(entry: Extract<DiagnosticEntry, { value: number }>): string {
  const interval = intervalText(entry);
  return interval === null ? numberText(entry.value) : `${numberText(entry.value)} ${interval}`;
}

import { boardDefinitions } from '../../board-definitions.ts';
import { compareBudgets } from '../../board-tables.ts';
import { boardTexts, estimandTexts } from '../../board-text.ts';
import { metricText } from '../../metric-text.ts';
import { budgetText, countText, intervalText, numberText } from '../../number-text.ts';
import type { ScoreEntry } from '../../summary.ts';
import type { Site } from '../site.ts';
import { headlineOf } from './headline-of.ts';
import { type MethodCell, methodCell } from './method-cell.ts';
import { type ShellView, shellView } from './shell-view.ts';
import { taskPaths } from './site-paths.ts';

type Number = { readonly value: string; readonly text: string; readonly interval: string };
type TaskTable = {
  readonly heading: string;
  readonly metric: ReturnType<typeof metricText>;
  readonly budgets: readonly string[];
  readonly lines: readonly (MethodCell & { readonly numbers: readonly Number[] })[];
};

export type TaskPageView = ShellView & {
  readonly task: { readonly id: string; readonly title: string };
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly tables: readonly TaskTable[];
};

/** The page of one task: the headline metric of every method at every budget, the best first at the largest. */
export function taskPageView(site: Site, id: string): TaskPageView {
  const { board, summary } = site;
  const task = board.suite.tasks.find((one) => one.id === id)!;
  const fact = (name: string, text: string) => ({ name, text });
  const headlines = summary.scores.filter(
    (entry) =>
      entry.task === id && entry.slice === null && entry.metric === headlineOf(summary, entry.estimand).headline,
  );
  const known = new Set(headlines.map(({ estimand }) => estimand));
  const estimands = boardDefinitions.flatMap((definition) => definition.estimands).filter((one) => known.has(one));
  return {
    ...shellView(site, id, taskPaths(board).get(id)!),
    task: { id, title: task.title },
    facts: [
      fact('version', String(task.version)),
      fact('truth', task.truth),
      fact('absent agents', task.null),
      fact('offers', task.offers.join(', ') || 'no probe'),
      fact('knows', task.estimands.map((estimand) => estimandTexts[estimand]).join(', ')),
    ],
    tables: estimands.map((estimand) =>
      tableOf(
        site,
        headlines.filter((entry) => entry.estimand === estimand),
      ),
    ),
  };
}

function tableOf(site: Site, entries: readonly ScoreEntry[]): TaskTable {
  const [{ board, estimand, metric }] = entries as readonly [ScoreEntry, ...ScoreEntry[]];
  const budgets = [...new Set(entries.map(({ budget }) => budget))].toSorted(compareBudgets);
  const at = (method: string, budget: number | null) =>
    entries.find((entry) => entry.method === method && entry.budget === budget);
  const sign = headlineOf(site.summary, estimand).better === 'lower' ? 1 : -1;
  const place = (method: string) => sign * (at(method, budgets.at(-1)!)?.value ?? sign * Number.POSITIVE_INFINITY);
  const methods = [...new Set(entries.map(({ method }) => method))].toSorted((a, b) => {
    return Math.sign(place(a) - place(b)) || (a < b ? -1 : 1);
  });
  return {
    heading: `${boardTexts[board].title}: ${estimandTexts[estimand]}`,
    metric: metricText(metric),
    budgets: budgets.map(budgetText),
    lines: methods.map((method) => ({
      ...methodCell(site, method),
      numbers: budgets.map((budget) => numberOf(at(method, budget))),
    })),
  };
}

function numberOf(entry: ScoreEntry | undefined): Number {
  if (entry === undefined) return { value: '', text: '–', interval: '' };
  const missing = entry.skipped + entry.failed;
  const note = missing === 0 ? '' : `; ${countText(missing)} of ${countText(entry.scored + missing)} cells missing`;
  return {
    value: String(entry.value),
    text: numberText(entry.value),
    interval: (intervalText(entry) ?? 'no interval') + note,
  };
}

/** The list of the tasks. */
export type TasksView = ShellView & {
  readonly tasks: readonly {
    readonly id: string;
    readonly title: string;
    readonly path: string;
    readonly version: string;
    readonly truth: string;
  }[];
};

export function tasksView(site: Site): TasksView {
  const paths = taskPaths(site.board);
  return {
    ...shellView(site, 'Tasks', 'tasks.html'),
    tasks: site.board.suite.tasks.map(({ id, title, version, truth }) => {
      return { id, title, path: paths.get(id)!, version: String(version), truth };
    }),
  };
}

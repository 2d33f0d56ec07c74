import { instancesOf, metricsOf } from '../board-tables.ts';
import { boardTexts, estimandTexts } from '../board-text.ts';
import { metricText } from '../metric-text.ts';
import { budgetText, plural } from '../number-text.ts';
import { planSentences } from '../plan-words.ts';
import { standingGroups } from '../standing-groups.ts';
import type { BoardTable, Standing, Summary } from '../summary.ts';
import { type AggregateView, aggregateViews } from './aggregate-view.ts';
import { taskAnchors } from './anchors.ts';
import { type LineView, lineViews } from './line-view.ts';

type Head = ReturnType<typeof metricText> & { readonly metric: string };

/** One board at one budget, ready to be laid out. */
export type TableView = {
  readonly id: string;
  readonly board: string;
  readonly estimand: string;
  readonly budget: string;
  readonly budgetValue: string;
  readonly name: string;
  readonly headline: Head;
  readonly others: readonly Head[];
  readonly prices: readonly { readonly metric: string; readonly label: string }[];
  /** Rank intervals and P(best) are known. */
  readonly isResolved: boolean;
  readonly columns: number;
  readonly groups: readonly { readonly title: string | null; readonly lines: readonly LineView[] }[];
  readonly tasks: readonly { readonly id: string; readonly anchor: string | null }[];
  /** Their number, where they are too many for a line. */
  readonly tasksFolded: string | null;
  readonly instances: string;
  /** What stands behind the numbers. */
  readonly footnote: string;
  /** Means over tasks of what depends on the pool; empty where nobody is ranked against anybody. */
  readonly aggregates: readonly AggregateView[];
};

const mostTasks = 6;
const prices = [
  ['evaluations', 'evaluator calls'],
  ['messages', 'generated messages'],
  ['judgements', 'judge calls'],
  ['tokens', 'tokens'],
] as const;

export function tableView(summary: Summary, table: BoardTable): TableView {
  const { board, estimand, budget } = table;
  const [headline = table.headline, ...others] = metricsOf(table);
  const { ranked, shown, controls } = standingGroups(table);
  const paid = prices.filter(([key]) => key !== 'tokens' || table.standings.some(({ spent }) => spent.tokens > 0));
  const isResolved = ranked.some(({ rankInterval }) => rankInterval !== null);
  const lines = (standings: readonly Standing[]) =>
    lineViews(
      summary,
      table,
      standings,
      paid.map(([key]) => key),
    );
  const anchors = taskAnchors(summary);
  const head = (metric: string) => ({ metric, ...metricText(metric) });
  return {
    id: ['table', board, estimand, budget ?? 'unlimited'].join('-'),
    board,
    estimand,
    budget: budgetText(budget),
    budgetValue: String(budget),
    name: `${boardTexts[board].title}: ${estimandTexts[estimand]}, ${budgetText(budget)}`,
    headline: head(headline),
    others: others.map(head),
    prices: paid.map(([key, label]) => ({ metric: `spent-${key}`, label })),
    isResolved,
    columns: 4 + others.length + paid.length + (isResolved ? 2 : 0),
    groups: [
      { title: null, lines: lines(ranked) },
      { title: 'Shown, not ranked', lines: lines(shown) },
      { title: 'Controls', lines: lines(controls) },
    ].filter((group) => group.lines.length > 0),
    tasks: table.tasks.map((id) => ({ id, anchor: anchors.get(id) ?? null })),
    tasksFolded: table.tasks.length > mostTasks ? plural(table.tasks.length, 'task') : null,
    instances: plural(instancesOf(summary, table), 'instance'),
    footnote: planSentences(summary, table).join(' '),
    aggregates: aggregateViews(ranked),
  };
}

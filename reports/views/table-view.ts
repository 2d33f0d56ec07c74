import { axisDomain } from '../axis-domain.ts';
import { instancesOf, metricsOf } from '../board-tables.ts';
import { boardTexts, estimandTexts } from '../board-text.ts';
import { metricText } from '../metric-text.ts';
import { budgetText, countText } from '../number-text.ts';
import { standingGroups, whyUnranked } from '../standing-groups.ts';
import type { BoardTable, Standing, Summary } from '../summary.ts';
import { methodAnchors, taskAnchors } from './anchors.ts';
import { type IntervalBar, intervalBar } from './interval-bar.ts';
import { type NumberView, numberView } from './number-view.ts';

export type LineView = {
  readonly rank: string;
  readonly method: string;
  readonly anchor: string | null;
  readonly title: string;
  readonly why: string | null;
  readonly beatenBy: string | null;
  readonly headline: NumberView;
  readonly bar: IntervalBar | null;
  readonly others: readonly NumberView[];
  readonly tasks: string;
  readonly prices: readonly string[];
};

/** One board at one budget, ready to be laid out. */
export type TableView = {
  readonly budget: string;
  readonly name: string;
  readonly headline: ReturnType<typeof metricText>;
  readonly others: readonly ReturnType<typeof metricText>[];
  readonly prices: readonly string[];
  readonly columns: number;
  readonly groups: readonly { readonly title: string | null; readonly lines: readonly LineView[] }[];
  readonly tasks: readonly { readonly id: string; readonly anchor: string | null }[];
  readonly instances: string;
};

const prices = [
  ['evaluations', 'evaluator calls'],
  ['messages', 'generated messages'],
  ['judgements', 'judge calls'],
  ['tokens', 'tokens'],
] as const;

export function tableView(summary: Summary, table: BoardTable): TableView {
  const [headline, ...others] = metricsOf(table);
  const { ranked, shown, controls } = standingGroups(table);
  const paid = prices.filter(([key]) => key !== 'tokens' || table.standings.some(({ spent }) => spent.tokens > 0));
  const lines = (standings: readonly Standing[]) =>
    standings.map((standing) =>
      lineView(
        summary,
        table,
        standing,
        paid.map(([key]) => key),
      ),
    );
  const anchors = taskAnchors(summary);
  return {
    budget: budgetText(table.budget),
    name: `${boardTexts[table.board].title}: ${estimandTexts[table.estimand]}, ${budgetText(table.budget)}`,
    headline: metricText(headline ?? table.headline),
    others: others.map(metricText),
    prices: paid.map(([, label]) => label),
    columns: 4 + others.length + paid.length,
    groups: [
      { title: null, lines: lines(ranked) },
      { title: 'Shown, not ranked', lines: lines(shown) },
      { title: 'Controls', lines: lines(controls) },
    ].filter((group) => group.lines.length > 0),
    tasks: table.tasks.map((id) => ({ id, anchor: anchors.get(id) ?? null })),
    instances: countText(instancesOf(summary, table)),
  };
}

function lineView(
  summary: Summary,
  table: BoardTable,
  standing: Standing,
  paid: readonly (keyof Standing['spent'])[],
): LineView {
  const { board, estimand, budget } = table;
  const { method, metrics } = standing;
  const place = { board, estimand, budget, method, task: '', role: '' };
  const headline = metrics[table.headline];
  const domain = axisDomain(table.standings.flatMap((line) => line.metrics[table.headline] ?? []));
  return {
    rank: standing.rank === null ? '' : String(standing.rank),
    method,
    anchor: methodAnchors(summary).get(method) ?? null,
    title: standing.title,
    why: standing.control || standing.rank !== null ? null : whyUnranked(summary, table, standing),
    beatenBy: standing.control ? null : standing.beatenBy,
    headline: numberView(place, table.headline, headline),
    bar: headline === undefined ? null : intervalBar(headline, domain),
    others: metricsOf(table)
      .slice(1)
      .map((metric) => numberView(place, metric, metrics[metric])),
    tasks: `${standing.tasks} of ${standing.of}`,
    prices: paid.map((key) => countText(standing.spent[key])),
  };
}

import { axisDomain } from '../axis-domain.ts';
import { metricsOf } from '../board-tables.ts';
import { countText, numberText } from '../number-text.ts';
import { rankIntervalText, tiedRanks } from '../rank-text.ts';
import { whyUnranked } from '../standing-groups.ts';
import type { BoardTable, Standing, Summary } from '../summary.ts';
import { methodAnchors } from './anchors.ts';
import { type IntervalBar, intervalBar } from './interval-bar.ts';
import { type NumberView, numberView } from './number-view.ts';

/** A number besides the metrics: all its digits, and as it is printed. */
export type FigureView = { readonly metric: string; readonly value: string; readonly text: string };

/** One line of a board. */
export type LineView = {
  readonly method: string;
  readonly anchor: string | null;
  readonly title: string;
  readonly why: string | null;
  readonly beatenBy: string | null;
  /** That of the best method of its tie group; null without a rank. */
  readonly rank: FigureView | null;
  /** It begins a tie group that is not the first. */
  readonly startsGroup: boolean;
  /** It is of the leading group. */
  readonly leads: boolean;
  readonly rankInterval: FigureView | null;
  readonly probabilityBest: FigureView | null;
  readonly headline: NumberView;
  readonly bar: IntervalBar | null;
  readonly others: readonly NumberView[];
  readonly tasks: FigureView;
  readonly prices: readonly FigureView[];
};

/** Lines of one table in their order; `paid` are the prices that have a column, and the bars span what `beside` holds. */
export function lineViews(
  summary: Summary,
  table: BoardTable,
  standings: readonly Standing[],
  paid: readonly (keyof Standing['spent'])[],
  beside = table.standings,
): LineView[] {
  const anchors = methodAnchors(summary);
  const ranks = tiedRanks(table);
  const domain = axisDomain(beside.flatMap((line) => line.metrics[table.headline] ?? []));
  return standings.map((standing, place) => {
    const { method, metrics, rankInterval, probabilityBest } = standing;
    const rank = ranks.get(method);
    const headline = metrics[table.headline];
    return {
      method,
      anchor: anchors.get(method) ?? null,
      title: standing.title,
      why: standing.control || standing.rank !== null ? null : whyUnranked(summary, table, standing),
      beatenBy: standing.control ? null : standing.beatenBy,
      rank: rank === undefined ? null : { metric: 'rank', value: String(rank.rank), text: rank.text },
      startsGroup: place > 0 && standing.group !== standings[place - 1]?.group,
      leads: standing.group === 1,
      rankInterval:
        rankInterval === null
          ? null
          : {
              metric: 'rank-interval',
              value: `${rankInterval.best}-${rankInterval.worst}`,
              text: rankIntervalText(rankInterval),
            },
      probabilityBest:
        probabilityBest === null
          ? null
          : { metric: 'probability-best', value: String(probabilityBest), text: numberText(probabilityBest) },
      headline: numberView(table.headline, headline),
      bar: headline === undefined ? null : intervalBar(headline, domain),
      others: metricsOf(table)
        .slice(1)
        .map((metric) => numberView(metric, metrics[metric])),
      tasks: { metric: 'tasks', value: String(standing.tasks), text: `${standing.tasks} of ${standing.of}` },
      prices: paid.map((key) => ({
        metric: `spent-${key}`,
        value: String(standing.spent[key]),
        text: countText(standing.spent[key]),
      })),
    };
  });
}

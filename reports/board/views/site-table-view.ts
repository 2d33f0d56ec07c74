import { boardTexts, estimandTexts } from '../../board-text.ts';
import { metricText } from '../../metric-text.ts';
import { budgetText, countText, intervalText, numberText } from '../../number-text.ts';
import { standingGroups, whyUnranked } from '../../standing-groups.ts';
import type { BoardTable, Standing } from '../../summary.ts';
import type { Site } from '../site.ts';
import { type MethodCell, methodCell } from './method-cell.ts';

type LineView = MethodCell & {
  readonly rank: string;
  /** The ranks it may have; empty where there is no rank. */
  readonly ranks: string;
  readonly isLeading: boolean;
  readonly value: string;
  readonly text: string;
  readonly interval: string;
  readonly tasks: string;
  readonly calls: string;
  readonly why: string;
  readonly beatenBy: string;
};

/** One table of the front page. */
export type SiteTableView = {
  readonly name: string;
  readonly budget: string;
  readonly headline: ReturnType<typeof metricText>;
  readonly groups: readonly { readonly title: string; readonly lines: readonly LineView[] }[];
};

export function siteTableView(site: Site, table: BoardTable): SiteTableView {
  const { ranked, shown, controls } = standingGroups(table);
  const lines = (standings: readonly Standing[]) => standings.map((standing) => lineView(site, table, standing));
  return {
    name: `${boardTexts[table.board].title}: ${estimandTexts[table.estimand]}, ${budgetText(table.budget)}`,
    budget: budgetText(table.budget),
    headline: metricText(table.headline),
    groups: [
      { title: '', lines: lines(ranked) },
      { title: 'Shown, not ranked', lines: lines(shown) },
      { title: 'Controls', lines: lines(controls) },
    ].filter((group) => group.lines.length > 0),
  };
}

function lineView(site: Site, table: BoardTable, standing: Standing): LineView {
  const measured = standing.metrics[table.headline];
  const { rank, rankInterval, group, control } = standing;
  return {
    ...methodCell(site, standing.method),
    rank: rank === null ? '–' : String(rank),
    ranks:
      rankInterval === null || rankInterval.best === rankInterval.worst
        ? ''
        : `${rankInterval.best}–${rankInterval.worst}`,
    isLeading: group === 1,
    value: measured === undefined ? '' : String(measured.value),
    text: measured === undefined ? '–' : numberText(measured.value),
    interval: measured === undefined ? '' : (intervalText(measured) ?? 'no interval'),
    tasks: `${standing.tasks}/${standing.of}`,
    calls: countText(standing.spent.evaluations),
    why: control || rank !== null ? '' : whyUnranked(site.summary, table, standing),
    beatenBy: standing.beatenBy ?? '',
  };
}

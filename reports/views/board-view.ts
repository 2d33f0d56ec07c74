import { boardSections } from '../board-tables.ts';
import { boardTexts, estimandTexts } from '../board-text.ts';
import { emptyText } from '../empty-text.ts';
import type { Board, Summary } from '../summary.ts';
import { type BaselineView, baselineViews } from './baseline-view.ts';
import { type ChartView, chartView } from './chart-view.ts';
import { type CriticalView, criticalView } from './critical-view.ts';
import { type FoldedTableView, foldedTableView } from './folded-table-view.ts';
import { type PairsView, pairsView } from './pairs-view.ts';
import { type ProfileView, profileView } from './profile-view.ts';
import { type TableView, tableView } from './table-view.ts';

export type SectionView = {
  readonly id: string;
  readonly heading: string;
  readonly chart: ChartView | null;
  readonly largest: TableView;
  readonly smaller: readonly FoldedTableView[];
  /** At the largest budget; null where fewer than two methods are ranked. */
  readonly pairs: PairsView | null;
  readonly profile: ProfileView | null;
  readonly critical: CriticalView | null;
};

export type BoardView = {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** Why there is nothing to show; null where there is. */
  readonly empty: string | null;
  readonly sections: readonly SectionView[];
  readonly baselines: readonly BaselineView[];
};

export async function boardView(summary: Summary, board: Board): Promise<BoardView> {
  const { title, question } = boardTexts[board];
  const sections = await Promise.all(
    boardSections(summary, board).map(async (section) => ({
      id: `${board}-${section.estimand}`,
      heading: `${estimandTexts[section.estimand]}${section.isHeadline ? '' : ' (beside the headline)'}`,
      chart: section.isHeadline ? await chartView(section) : null,
      largest: tableView(summary, section.largest),
      smaller: section.smaller.map((table) => foldedTableView(tableView(summary, table))),
      pairs: pairsView(section.largest),
      profile: await profileView(section.largest),
      critical: await criticalView(section.largest),
    })),
  );
  return {
    id: `board-${board}`,
    title,
    question,
    empty: sections.length > 0 ? null : emptyText(summary, board),
    sections,
    baselines: board === 'blame' ? baselineViews(summary) : [],
  };
}

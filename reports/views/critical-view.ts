import { criticalFigure } from '../figures/critical-figure.ts';
import { differenceFigure } from '../figures/difference-figure.ts';
import type { BoardTable } from '../summary.ts';
import { type FigureView, figureView } from './figure-view.ts';

/** How far the ranked methods of one table are apart: from the leader, and by mean ranks, or why those say nothing. */
export type CriticalView = {
  readonly differences: FigureView | null;
  readonly critical: FigureView | null;
  readonly reason: string | null;
};

/** Null where fewer than two methods are ranked. */
export async function criticalView(table: BoardTable): Promise<CriticalView | null> {
  const [differences, critical] = [await differenceFigure(table), await criticalFigure(table)];
  if (critical === null) return null;
  const undefinedFor = 'reason' in critical ? critical.reason : null;
  return {
    differences: differences === null ? null : figureView(differences, table),
    critical: 'reason' in critical ? null : figureView(critical, table),
    reason: undefinedFor,
  };
}

import type { BoardSection } from '../board-tables.ts';
import { budgetFigure } from '../figures/budget-figure.ts';
import { scoreFigure } from '../figures/score-figure.ts';
import { type FigureView, figureView } from './figure-view.ts';

/** The headline of a board as a picture: over budgets, or at the only one. */
export type ChartView = { readonly figure: FigureView };

/** Null where there is nothing to draw. */
export async function chartView(section: BoardSection): Promise<ChartView | null> {
  const figure = (await budgetFigure(section)) ?? (await scoreFigure(section));
  return figure === null ? null : { figure: figureView(figure, section.largest) };
}

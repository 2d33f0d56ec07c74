import { allSections, type BoardSection } from '../board-tables.ts';
import type { BoardTable, Summary } from '../summary.ts';
import { budgetFigure } from './budget-figure.ts';
import { criticalFigure } from './critical-figure.ts';
import { differenceFigure } from './difference-figure.ts';
import type { Figure } from './figure.ts';
import { profileFigure } from './profile-figure.ts';
import { scoreFigure } from './score-figure.ts';

/** Every figure of a report: per board and estimand over budgets, per table at the largest budget, and on headline estimands at the smaller ones. */
export async function figuresOf(summary: Summary): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const section of allSections(summary)) {
    figures.push(...(await sectionFigures(section)));
    const tables = section.isHeadline ? [section.largest, ...section.smaller] : [section.largest];
    for (const table of tables) figures.push(...(await tableFigures(table)));
  }
  return figures;
}

async function sectionFigures(section: BoardSection): Promise<Figure[]> {
  return [await budgetFigure(section), await scoreFigure(section)].filter((figure) => figure !== null);
}

async function tableFigures(table: BoardTable): Promise<Figure[]> {
  const found = [await differenceFigure(table), await profileFigure(table), await criticalFigure(table)];
  return found.flatMap((figure) => (figure === null || 'reason' in figure ? [] : [figure]));
}

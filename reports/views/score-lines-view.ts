import { intervalText, numberText } from '../number-text.ts';
import type { ScoreTableView, ScoreView } from './score-table-view.ts';

/** A table of scores as `score-lines.hbs` lays it out: with the texts of its numbers. */
export type ScoreLinesView = Omit<ScoreTableView, 'lines'> & {
  readonly lines: readonly (Omit<ScoreTableView['lines'][number], 'scores'> & {
    readonly scores: readonly (ScoreView & { readonly text: string; readonly interval: string | null })[];
  })[];
};

export function scoreLinesView(table: ScoreTableView): ScoreLinesView {
  return {
    ...table,
    lines: table.lines.map((line) => ({
      ...line,
      scores: line.scores.map(({ measured, mark }) => ({
        measured,
        mark,
        text: measured === null ? '–' : numberText(measured.value),
        interval: measured === null ? null : intervalText(measured),
      })),
    })),
  };
}

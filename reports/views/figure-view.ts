import { estimandTexts } from '../board-text.ts';
import type { Figure, FigureKind, FigurePanel } from '../figures/figure.ts';
import { budgetText } from '../number-text.ts';
import type { BoardTable } from '../summary.ts';

/** A figure as the page lays it out. */
export type FigureView = {
  readonly id: string;
  readonly kind: FigureKind;
  readonly title: string;
  /** The title with what tells it from the same figure of another table. */
  readonly name: string;
  readonly caption: string;
  /** More than one panel. */
  readonly many: boolean;
  readonly panels: readonly FigurePanel[];
  /** The same picture as a file beside the page. */
  readonly file: string;
  readonly board: string;
  readonly estimand: string;
  readonly budget: string;
  readonly numbers: {
    readonly heads: readonly string[];
    readonly lines: readonly {
      readonly method: string;
      /** `drawn`: all digits of the number that was drawn; null for words. `at`: the threshold it belongs to. */
      readonly cells: readonly { readonly drawn: string | null; readonly at: string; readonly text: string }[];
    }[];
  } | null;
};

export function figureView(figure: Figure, { board, estimand, budget }: BoardTable): FigureView {
  const { name, kind, title, caption, panels, numbers } = figure;
  return {
    id: `figure-${name}`,
    kind,
    title,
    name: `${title}, ${estimandTexts[estimand]}, ${budgetText(budget)}`,
    caption: caption.join(' '),
    many: panels.length > 1,
    panels,
    file: `figures/${name}.svg`,
    board,
    estimand,
    budget: String(budget),
    numbers: numbers === null ? null : numbersView(numbers),
  };
}

function numbersView({ heads, lines }: NonNullable<Figure['numbers']>): FigureView['numbers'] {
  return {
    heads,
    lines: lines.map(({ method, cells }) => ({
      method,
      cells: cells.map(({ value, at, text }) => ({
        drawn: value === null ? null : String(value),
        at: at === null ? '' : String(at),
        text,
      })),
    })),
  };
}

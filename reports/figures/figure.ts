import type { Estimand } from '../../harness/contract.ts';
import type { Board } from '../summary.ts';

/** A picture with the words and numbers that stand for it; several panels share one caption. */
export type Figure = {
  /** Safe as a file name and as an id, and the only one of its kind in a report. */
  readonly name: string;
  readonly kind: FigureKind;
  readonly title: string;
  /** Sentences. */
  readonly caption: readonly string[];
  readonly panels: readonly FigurePanel[];
  /** The numbers that were drawn where no table of the page holds them; null where one does. */
  readonly numbers: FigureNumbers | null;
};

export type FigurePanel = {
  /** What the panel is about; null where the figure has one panel. */
  readonly heading: string | null;
  /** What is to be seen, with its numbers, in words. */
  readonly label: string;
  /** Drawn with the colours of the style sheet. */
  readonly svg: string;
};

export type FigureNumbers = {
  readonly heads: readonly string[];
  readonly lines: readonly { readonly method: string; readonly cells: readonly FigureCell[] }[];
};

/** Words, and the number they print with where it stands: a threshold of a profile, nothing of a mean rank. */
export type FigureCell = {
  readonly text: string;
  readonly value: number | null;
  readonly at: number | null;
};

export type FigureKind = 'budget' | 'scores' | 'differences' | 'profile' | 'critical';

/** `agent-shapley-profile-64`; a figure over all budgets has none in its name. */
export function figureName(
  { board, estimand }: { readonly board: Board; readonly estimand: Estimand },
  kind: FigureKind,
  budget?: number | null,
): string {
  const parts = budget === undefined ? [] : [budget === null ? 'no-limit' : String(budget)];
  return [board, estimand, kind, ...parts].join('-');
}

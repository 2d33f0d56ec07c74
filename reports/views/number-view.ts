import type { Estimand } from '../../harness/contract.ts';
import { intervalText, numberText } from '../number-text.ts';
import type { Board, Measured } from '../summary.ts';

/** Where a number stands in the summary; `task` is empty for a mean over tasks, `role` for whole episodes. */
export type Place = {
  readonly board: Board;
  readonly estimand: Estimand;
  readonly task: string;
  readonly method: string;
  readonly budget: number | null;
  readonly role: string;
};

/** A printed number and, for machines, all its digits; `value` is null where there is none. */
export type NumberView = Omit<Place, 'budget'> & {
  readonly budget: string;
  readonly metric: string;
  readonly value: string | null;
  readonly text: string;
  readonly interval: string | null;
  /** The footnote that says more. */
  readonly mark: string | null;
};

export function numberView(
  place: Place,
  metric: string,
  measured: Measured | undefined,
  mark: string | null = null,
): NumberView {
  return {
    ...place,
    budget: String(place.budget),
    metric,
    value: measured === undefined ? null : String(measured.value),
    text: measured === undefined ? '–' : numberText(measured.value),
    interval: measured === undefined ? null : intervalText(measured),
    mark,
  };
}

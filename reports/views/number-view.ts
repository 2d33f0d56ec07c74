import { intervalText, numberText } from '../number-text.ts';
import type { Measured } from '../summary.ts';

/** A printed number and, for machines, all its digits; `value` is null where there is none. Its line and table say whose it is. */
export type NumberView = {
  readonly metric: string;
  readonly value: string | null;
  readonly text: string;
  readonly interval: string | null;
};

export function numberView(metric: string, measured: Measured | undefined): NumberView {
  return {
    metric,
    value: measured === undefined ? null : String(measured.value),
    text: measured === undefined ? '–' : numberText(measured.value),
    interval: measured === undefined ? null : intervalText(measured),
  };
}

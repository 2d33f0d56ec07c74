import { intervalText, numberText } from './number-text.ts';
import type { Measured } from './summary.ts';

/** A value and, where it has one, its interval: `0.111 [0.0877, 0.135]`. */
export function measuredText(measured: Measured): string {
  const interval = intervalText(measured);
  return `${numberText(measured.value)}${interval === null ? '' : ` ${interval}`}`;
}

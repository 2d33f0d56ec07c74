import type { Domain } from '../axis-domain.ts';
import type { Measured } from '../summary.ts';

/** A dot on its interval, in hundredths of the axis; an arrow stands in for a dot beyond the axis. */
export type IntervalBar = {
  readonly zero: string;
  readonly from: string;
  readonly length: string;
  readonly at: string;
  readonly beyond: boolean;
};

export function intervalBar({ value, low, high }: Measured, domain: Domain): IntervalBar {
  const at = (number: number) => (100 * (number - domain.low)) / (domain.high - domain.low);
  const inside = (number: number) => Math.min(100, Math.max(0, at(number)));
  const [from, to] = [inside(low ?? value), inside(high ?? value)];
  return {
    zero: inside(0).toFixed(1),
    from: from.toFixed(1),
    length: (to - from).toFixed(1),
    at: inside(value).toFixed(1),
    beyond: value > domain.high || value < domain.low,
  };
}

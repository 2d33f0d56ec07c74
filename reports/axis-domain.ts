import type { Measured } from './summary.ts';

export type Domain = { readonly low: number; readonly high: number };

/**
 * The range of an axis that holds zero and these values with their intervals. A wild value does not flatten the rest:
 * values beyond four times the third quartile lie off the axis.
 */
export function axisDomain(measured: readonly Measured[]): Domain {
  const sizes = measured.map(({ value }) => Math.abs(value)).toSorted((a, b) => a - b);
  const quartile = sizes[Math.floor(0.75 * (sizes.length - 1))] ?? 0;
  const ends = measured.flatMap(({ value, low, high }) => [low ?? value, high ?? value]);
  const tame = sizes.filter((size) => quartile === 0 || size <= 4 * quartile);
  // Five percent more, so that the last dot stands clear of the edge.
  const limit = tame.length < sizes.length ? 1.05 * (tame.at(-1) ?? 0) : Number.POSITIVE_INFINITY;
  const low = Math.max(-limit, Math.min(0, ...ends));
  const high = Math.min(limit, Math.max(0, ...ends));
  return low === high ? { low, high: low + 1 } : { low, high };
}

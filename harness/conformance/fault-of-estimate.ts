import type { Noise } from '../contract.ts';
import { differs, text } from '../laws/game-laws.ts';

/** Draws of one number, and its weight in a sum. */
export type Weighted = { readonly values: Float64Array; readonly weight: number };

const standardErrors = 5;

/**
 * Whether a weighted sum of means contradicts a truth: beyond 10⁻⁹ without noise, beyond 5 standard errors with it.
 * The variance of r draws counts as at least range² / r, for an event of probability below 1 / r need not be among them.
 */
export function faultOfEstimate(
  truth: number,
  errorOfTruth = 0,
  samples: readonly Weighted[],
  [low, high]: readonly [number, number],
  noise: Noise,
): { readonly truth: string; readonly estimate: string; readonly how: string } | undefined {
  let [sum, variance] = [0, errorOfTruth ** 2];
  for (const { values, weight } of samples) {
    const draws = values.length;
    const mean = values.reduce((total, value) => total + value, 0) / draws;
    sum += weight * mean;
    if (noise === 'none') continue;
    const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
    variance += (weight ** 2 * (squares / Math.max(1, draws - 1) + (high - low) ** 2 / draws)) / draws;
  }
  if (!differs(sum, truth, standardErrors * Math.sqrt(variance))) return undefined;
  const isExact = variance === 0;
  return {
    truth: text(truth),
    estimate: isExact ? text(sum) : `${text(sum)} ± ${text(Math.sqrt(variance))}`,
    how: noise === 'none' ? 'enumeration' : `a sample`,
  };
}

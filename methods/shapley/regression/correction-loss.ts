import { type FoldCounts, noFold } from './folds.ts';
import type { Units } from './units.ts';

/** Keeps sizes that are known whole, which cannot err, from having no say at all in which fit is best. */
const leastUnseen = 1e-3;

/**
 * Σ share² (1 − π) n / (m² s(n−s)) · y z over the sampled units: with y = z the expected squared error of a correction by residuals y,
 * summed over agents. shapley-estimators.md, (★).
 */
export function correctionLoss(
  { agents, strata, stratum }: Units,
  folds: Int32Array,
  { known, fresh }: FoldCounts,
  some: Float64Array,
  others: Float64Array,
): number {
  const weights = strata.map(({ size, units, share }, at) => {
    const unseen = Math.max(0, 1 - (known[at]! + fresh[at]!) / units) + leastUnseen;
    return (share ** 2 * unseen * agents) / (fresh[at]! ** 2 * size * (agents - size));
  });
  let loss = 0;
  for (let unit = 0; unit < stratum.length; unit++)
    if (folds[unit] !== noFold) loss += weights[stratum[unit]!]! * some[unit]! * others[unit]!;
  return loss;
}

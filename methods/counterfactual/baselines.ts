/** What a sibling's return is compared with. `loo`: the mean of the others; `mean`: the mean of all, itself included. */
export type Baseline = 'loo' | 'mean';

/** R̄_j less its baseline per sibling; a group of one gets 0. */
export function centred(returns: Float64Array, baseline: Baseline): Float64Array {
  const size = returns.length;
  if (size === 1) return new Float64Array(1);
  const total = returns.reduce((sum, value) => sum + value, 0);
  return returns.map((value) => (baseline === 'loo' ? value - (total - value) / (size - 1) : value - total / size));
}

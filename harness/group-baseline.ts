/** What a member of a group is compared with. `loo`: the mean of the others; `mean`: the mean of all, itself included. */
export type Baseline = 'loo' | 'mean';

/** How public code divides by the spread of a group. */
export type Deviation = 'trl' | 'verl' | 'c3-magrpo';

/** Each return less its baseline; a group of one gets 0. */
export function centred(returns: Float64Array, baseline: Baseline): Float64Array {
  const size = returns.length;
  if (size === 1) return new Float64Array(1);
  const total = returns.reduce((sum, value) => sum + value, 0);
  return returns.map((value) => (baseline === 'loo' ? value - (total - value) / (size - 1) : value - total / size));
}

/** Each return's z-score in its group; tied groups and groups of one get 0. methods.md §5. */
export function standardised(returns: Float64Array, convention: Deviation): Float64Array {
  const deviations = centred(returns, 'mean');
  const squares = deviations.reduce((sum, value) => sum + value * value, 0);
  if (squares === 0) return new Float64Array(returns.length);
  const divisor =
    convention === 'c3-magrpo'
      ? Math.sqrt(squares / returns.length + 1e-8)
      : Math.sqrt(squares / (returns.length - 1)) + (convention === 'trl' ? 1e-4 : 1e-6);
  return deviations.map((value) => value / divisor);
}

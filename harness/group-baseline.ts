/** What a member of a group is compared with. `loo`: the mean of the others; `mean`: the mean of all, itself included. */
export type Baseline = 'loo' | 'mean';

/** How public code divides by the spread of a group. */
export type Deviation = 'trl' | 'verl' | 'c3-magrpo';

/**
 * Each return less its baseline; a group of one gets 0. Where returns are means of unequally many replays, `counts` weigh
 * them in the baseline, and a return beside which nothing has weight gets 0. c3.md §3.
 */
export function centred(returns: Float64Array, baseline: Baseline, counts?: ArrayLike<number>): Float64Array {
  const size = returns.length;
  if (size === 1) return new Float64Array(1);
  const countOf = (member: number) => counts?.[member] ?? 1;
  const weight = returns.reduce((sum, _, member) => sum + countOf(member), 0);
  const total = returns.reduce((sum, value, member) => sum + countOf(member) * value, 0);
  return returns.map((value, member) => {
    const own = baseline === 'loo' ? countOf(member) : 0;
    return weight - own > 0 ? value - (total - own * value) / (weight - own) : 0;
  });
}

/**
 * Each return's z-score in its group; tied groups get 0, and so do groups of one, which `verl` takes for groups of mean 0
 * and deviation 1: the raw reward. methods.md §5.
 */
export function standardised(returns: Float64Array, convention: Deviation): Float64Array {
  if (returns.length === 1 && convention === 'verl') return returns.map((value) => value / (1 + 1e-6));
  const deviations = centred(returns, 'mean');
  const squares = deviations.reduce((sum, value) => sum + value * value, 0);
  if (squares === 0) return new Float64Array(returns.length);
  const divisor =
    convention === 'c3-magrpo'
      ? Math.sqrt(squares / returns.length + 1e-8)
      : Math.sqrt(squares / (returns.length - 1)) + (convention === 'trl' ? 1e-4 : 1e-6);
  return deviations.map((value) => value / divisor);
}

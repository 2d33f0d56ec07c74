import { centred } from '../../harness/group-baseline.ts';

/**
 * A_j = R_j − [(1 − α)·LOO(R)_j + α·LOO(Q̂)_j] for every member of a sibling group: sums to α(ΣR − ΣQ̂), and a group of one
 * gets 0. c3.md §7.
 */
export function assisted(returns: Float64Array, estimates: Float64Array, alpha: number): Float64Array {
  if (returns.length === 1) return new Float64Array(1);
  const onReturns = centred(returns, 'loo');
  const onEstimates = centred(estimates, 'loo');
  return returns.map((value, member) => {
    const learned = estimates[member]! - onEstimates[member]!;
    return (1 - alpha) * onReturns[member]! + alpha * (value - learned);
  });
}

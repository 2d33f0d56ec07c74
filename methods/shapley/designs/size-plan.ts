import type { Random } from '../../../harness/random.ts';
import { type Allocation, allocate } from '../regression/allocate.ts';
import { type Shape, type Stratum, shapeWeights } from '../regression/strata.ts';

/**
 * How many of `total` coalitions to draw per size 1 … n−1. Sizes 1 and n−1 are filled first where 2n more are left for the others. `isCapped`:
 * no size gets more coalitions than it has; otherwise a size may be drawn from several times over, where repeats tell more.
 */
export function planSizes(
  agents: number,
  strata: readonly Stratum[],
  total: number,
  shape: Shape,
  isCapped: boolean,
  random: Random,
): Allocation {
  const weights = shapeWeights(agents, strata, shape);
  const caps = Float64Array.from(strata, ({ units }) => (isCapped ? units : Number.POSITIVE_INFINITY));
  const even = allocate(total, weights, caps, random);
  if (total < 4 * agents || even.expected[0]! >= agents) return even;
  const inner = allocate(total - 2 * agents, weights.subarray(1, -1), caps.subarray(1, -1), random);
  return {
    counts: Int32Array.of(agents, ...inner.counts, agents),
    expected: Float64Array.of(agents, ...inner.expected, agents),
  };
}

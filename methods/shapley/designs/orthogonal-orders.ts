import { type Random, randomNormal } from '../../../harness/random.ts';
import type { OrderDesign } from './order-design.ts';

/**
 * Blocks of 2(n−1) orders: the agents sorted along each of n−1 random orthonormal directions of zero sum, and along its
 * negative. Mitchell et al. (2022).
 */
export const orthogonalOrders: OrderDesign = function* (random, agents) {
  for (;;) {
    const block: Float64Array[] = [];
    do {
      const direction = nextDirection(random, agents, block);
      block.push(direction);
      const order = Uint32Array.from(direction, (_, agent) => agent).sort((a, b) => direction[a]! - direction[b]!);
      yield order;
      yield order.toReversed();
    } while (block.length < agents - 1);
  }
};

/** A uniformly random unit vector among those of zero sum that are orthogonal to the earlier ones. */
function nextDirection(random: Random, agents: number, earlier: readonly Float64Array[]): Float64Array {
  const direction = Float64Array.from({ length: agents }, () => randomNormal(random));
  // Twice: the first pass leaves rounding along the earlier directions when little of the vector is left.
  for (let pass = 0; pass < 2; pass++) {
    const mean = direction.reduce((sum, part) => sum + part, 0) / agents;
    for (let agent = 0; agent < agents; agent++) direction[agent]! -= mean;
    for (const other of earlier) {
      const along = dot(direction, other);
      for (let agent = 0; agent < agents; agent++) direction[agent]! -= along * other[agent]!;
    }
  }
  const length = Math.sqrt(dot(direction, direction));
  return length > 0 ? direction.map((part) => part / length) : direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let agent = 0; agent < a.length; agent++) sum += a[agent]! * b[agent]!;
  return sum;
}

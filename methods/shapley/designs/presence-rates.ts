import type { Random } from '../../../harness/random.ts';
import { gaussLegendre } from '../regression/gauss-legendre.ts';

/** `grid`: one uniform number in each of as many equal parts of [0, 1]. `gauss`: ⌈n/2⌉ nodes, each as often as its weight says. */
export type Quadrature = 'grid' | 'gauss' | 'random';

/** `count` values of t, the probability that an agent is present, whose mean integrates polynomials of degree n − 1 without bias. */
export function presenceRates(random: Random, agents: number, count: number, quadrature: Quadrature): Float64Array {
  const quantiles = Float64Array.from({ length: count }, (_, index) => {
    return quadrature === 'random' ? random.float() : (index + random.float()) / count;
  });
  if (quadrature !== 'gauss') return quantiles;
  const { nodes, weights } = gaussLegendre(Math.ceil(agents / 2));
  let upTo = 0;
  const ends = weights.map((weight) => (upTo += weight));
  return quantiles.map((quantile) => {
    const node = ends.findIndex((end) => quantile < end);
    // The weights sum to 1 but for rounding; a quantile beyond their sum belongs to the last node.
    return nodes[node === -1 ? nodes.length - 1 : node]!;
  });
}

import { type Random, randomNormal } from '../random.ts';

/** Labels made worse on purpose: N(0, σ²) added and the sum clipped to [−1, 1], then the sign turned with probability `flip`. */
export function noisyLabels(
  labels: Float64Array,
  { sigma, flip }: { readonly sigma: number; readonly flip: number },
  random: Random,
): Float64Array {
  return labels.map((label) => {
    const moved = sigma === 0 ? label : Math.max(-1, Math.min(1, label + sigma * randomNormal(random)));
    return random.float() < flip ? -moved : moved;
  });
}

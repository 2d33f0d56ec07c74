import { type Random, randomNormal } from '../../harness/random.ts';

/** A draw from the symmetric Dirichlet(α, …, α), α > 0: `size` shares that sum to 1; the smaller α, the more one share takes all. */
export function dirichlet(random: Random, size: number, concentration: number): Float64Array {
  const draws = Float64Array.from({ length: size }, () => logGamma(random, concentration));
  const largest = draws.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
  const weights = draws.map((draw) => Math.exp(draw - largest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** The logarithm of a draw from Gamma(shape, 1), by rejection: Marsaglia and Tsang (2000). In logarithms, for a small shape underflows. */
function logGamma(random: Random, shape: number): number {
  if (shape < 1) return logGamma(random, shape + 1) + Math.log1p(-random.float()) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = randomNormal(random);
    const v = (1 + c * z) ** 3;
    if (v <= 0) continue;
    if (Math.log1p(-random.float()) < 0.5 * z ** 2 + d * (1 - v + Math.log(v))) return Math.log(d * v);
  }
}

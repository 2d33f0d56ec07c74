/** Loss at a point; writes the gradient of the loss into `gradient`, which holds zeros before. */
export type Loss = (point: Float64Array, gradient: Float64Array) => number;

/**
 * The best point that Adam visits from `start`, its coordinates from `nonNegative` on kept at or above 0 by projection. The
 * rate falls linearly to 0. Deterministic: no minibatches. Kingma & Ba (2015).
 */
export function descend(
  start: Float64Array,
  loss: Loss,
  { iterations, rate, nonNegative }: { iterations: number; rate: number; nonNegative: number },
): { readonly point: Float64Array; readonly loss: number } {
  const point = Float64Array.from(start);
  const gradient = new Float64Array(start.length);
  const [drift, spread] = [new Float64Array(start.length), new Float64Array(start.length)];
  let best = { point: start, loss: Number.POSITIVE_INFINITY };
  for (let iteration = 0; iteration <= iterations; iteration++) {
    gradient.fill(0);
    const found = loss(point, gradient);
    if (found < best.loss) best = { point: Float64Array.from(point), loss: found };
    const pace = rate * (1 - iteration / iterations);
    for (let at = 0; at < point.length; at++) {
      drift[at] = 0.9 * drift[at]! + 0.1 * gradient[at]!;
      spread[at] = 0.999 * spread[at]! + 0.001 * gradient[at]! ** 2;
      const mean = drift[at]! / (1 - 0.9 ** (iteration + 1));
      const scale = Math.sqrt(spread[at]! / (1 - 0.999 ** (iteration + 1))) + 1e-8;
      const moved = point[at]! - (pace * mean) / scale;
      point[at] = at >= nonNegative ? Math.max(0, moved) : moved;
    }
  }
  return best;
}

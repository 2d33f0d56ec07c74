/** p_s = B(s + β, n − 1 − s + α) / B(α, β) of the Beta(α, β)-Shapley value, for s = 0 … n − 1; a large α weighs small coalitions. */
export function betaWeights(agents: number, alpha: number, beta: number): Float64Array {
  let weight = 1;
  for (let other = 0; other < agents - 1; other++) weight *= (alpha + other) / (alpha + beta + other);
  return Float64Array.from({ length: agents }, (_, size) => {
    const current = weight;
    weight *= (size + beta) / (agents - 2 - size + alpha);
    return current;
  });
}

/**
 * A_t = Σ_l (γλ)^l δ_{t+l} with δ_t = r_t + γ V(h_{t+1}) − V(h_t), the outcome as the reward of the last step and V = 0 after it.
 * @param values V(h_1) … V(h_T). Schulman et al. (2016).
 */
export function generalisedAdvantage(
  values: Float64Array,
  outcome: number,
  gamma: number,
  lambda: number,
): Float64Array {
  const advantages = new Float64Array(values.length);
  let later = 0;
  for (let step = values.length - 1; step >= 0; step--) {
    const isLast = step === values.length - 1;
    const surprise = (isLast ? outcome : gamma * values[step + 1]!) - values[step]!;
    later = surprise + gamma * lambda * later;
    advantages[step] = later;
  }
  return advantages;
}

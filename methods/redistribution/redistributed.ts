/**
 * g_{t+1} − g_t plus an equal share of what the predictions leave of the outcome: the credits sum to the outcome less
 * `predictions[0]`. @param predictions g_0 … g_T: the outcome as predicted after 0 … T messages. Arjona-Medina et al. (2019).
 */
export function redistributed(predictions: Float64Array, outcome: number): Float64Array {
  const steps = predictions.length - 1;
  const share = (outcome - predictions[steps]!) / steps;
  return Float64Array.from({ length: steps }, (_, step) => predictions[step + 1]! - predictions[step]! + share);
}

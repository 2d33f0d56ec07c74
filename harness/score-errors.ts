/**
 * Standard errors of the metrics of `numericScores` that come from a sampled truth alone, the credit held fixed. With d = credit
 * − truth: exact for the mean squared error of a normal error and for the bias, to first order for the two norms; signs and
 * ranks count only where the truth is sure, so they have none. @param errors standard errors of the truth
 */
export function scoreErrors(
  credit: ArrayLike<number>,
  truth: ArrayLike<number>,
  errors: ArrayLike<number>,
): Record<string, number> {
  const size = truth.length;
  let [squared, norm] = [0, 0];
  for (let i = 0; i < size; i++) {
    squared += (credit[i]! - truth[i]!) ** 2;
    norm += truth[i]! ** 2;
  }
  let [mse, bias, absolute, relative] = [0, 0, 0, 0];
  for (let i = 0; i < size; i++) {
    const d = credit[i]! - truth[i]!;
    const variance = errors[i]! ** 2;
    mse += 4 * d * d * variance + 2 * variance * variance;
    bias += variance;
    absolute += squared > 0 ? ((d * d) / squared) * variance : variance;
    if (squared > 0) relative += (d / squared + truth[i]! / norm) ** 2 * variance;
  }
  return {
    mse: Math.sqrt(mse) / size,
    bias: Math.sqrt(bias) / size,
    'absolute-error': Math.sqrt(absolute),
    ...(norm > 0 ? { 'relative-error': Math.sqrt(squared > 0 ? (squared / norm) * relative : bias / norm) } : {}),
  };
}

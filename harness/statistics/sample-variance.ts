import { mean } from './mean.ts';

/** The unbiased variance (divisor n − 1) of at least two values. */
export function sampleVariance(values: ArrayLike<number>): number {
  const centre = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - centre) ** 2;
  return squares / (values.length - 1);
}

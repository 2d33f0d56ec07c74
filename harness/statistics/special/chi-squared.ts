import { upperGamma } from './incomplete-gamma.ts';

/** P(X > x) for χ² with `df` > 0 degrees of freedom, x ≥ 0, exact in its tail. */
export function chiSquaredSf(x: number, df: number): number {
  return upperGamma(df / 2, x / 2);
}

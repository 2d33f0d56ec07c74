import { incompleteBeta } from './incomplete-beta.ts';

/** P(X > x) for Fisher's F with `df1` and `df2` > 0 degrees of freedom, x ≥ 0, exact in its tail. */
export function fSf(x: number, df1: number, df2: number): number {
  if (!(x >= 0)) throw new RangeError(`F at ${x}; expected a number of at least 0`);
  const ratio = (df1 / df2) * x;
  return incompleteBeta(1 / (1 + ratio), df2 / 2, df1 / 2, 1 / (1 + 1 / ratio));
}

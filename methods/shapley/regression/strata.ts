import { binomial } from './binomial.ts';

/** The coalitions of one size, or with their complements as pairs; `units` of them, each worth `share` of a whole (½: S and Sᶜ are of one size). */
export type Stratum = { readonly size: number; readonly units: number; readonly share: number };

/** Sizes 1 … n − 1, or 1 … ⌊n/2⌋ where every unit is a coalition and its complement. */
export function strataOf(agents: number, isPaired: boolean): Stratum[] {
  const last = isPaired ? Math.floor(agents / 2) : agents - 1;
  return Array.from({ length: last }, (_, index) => {
    const size = index + 1;
    const share = isPaired && 2 * size === agents ? 0.5 : 1;
    return { size, units: share * binomial(agents, size), share };
  });
}

/** How many coalitions of each size to draw, before any size is full. */
export type Shape = 'kernel' | 'root' | 'leverage';

/** 1/(s(n−s)), its root, or the same for every size; per unit, so half of it where units are the two halves of one size. */
export function shapeWeights(agents: number, strata: readonly Stratum[], shape: Shape): Float64Array {
  const power = { kernel: 1, root: 0.5, leverage: 0 }[shape];
  return Float64Array.from(strata, ({ size, share }) => share / (size * (agents - size)) ** power);
}

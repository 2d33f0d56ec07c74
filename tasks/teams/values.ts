import type { Layer, Tree } from './tree.ts';

/** The chance of every edge of a layer. */
export type Chances = (layer: Layer, step: number) => ArrayLike<number>;

/** V(h) of every context, layer by layer, the scores of the ends last; V[0][0] is the team's expected outcome. */
export function valuesOf(tree: Tree, chances: Chances = ({ policy }) => policy): Float64Array[] {
  const values = [Float64Array.from(tree.scores)];
  for (let step = tree.layers.length - 1; step >= 0; step--) {
    const layer = tree.layers[step]!;
    const before = new Float64Array(layer.first.length);
    backUp(layer, chances(layer, step), values[0]!, before);
    values.unshift(before);
  }
  return values;
}

/** Writes E[value after the step] of every context of a whole layer into `before`. */
export function backUp(
  { first, end, next }: Layer,
  chance: ArrayLike<number>,
  after: Float64Array,
  before: Float64Array,
): void {
  for (let context = 0; context < before.length; context++) {
    let value = 0;
    const last = end[context]!;
    for (let edge = first[context]!; edge < last; edge++) value += chance[edge]! * after[next[edge]!]!;
    before[context] = value;
  }
}

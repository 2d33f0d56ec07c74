import type { Random } from '../../harness/random.ts';
import type { Tree } from './tree.ts';

/** One finished walk through the tree: an edge per step, and the outcome of one evaluation. */
export type Walk = { readonly path: readonly number[]; readonly outcome: number };

/** Goes on from `path` to the end; one uniform number per step drawn, one more where the evaluator is a coin flip. */
export function walk(
  tree: Tree,
  path: readonly number[],
  random: Random,
  chanceOf: (step: number) => Float64Array = (step) => tree.layers[step]!.policy,
  edgeAt: (step: number, context: number) => number | undefined = () => undefined,
): Walk {
  const edges = [...path];
  for (let step = path.length; step < tree.layers.length; step++) {
    const context = edges[step - 1] ?? 0;
    edges.push(edgeAt(step, context) ?? drawEdge(tree, step, context, random, chanceOf(step)));
  }
  return { path: edges, outcome: evaluate(tree, edges.at(-1)!, random) };
}

/** An edge of the context with its chance, by inversion of one uniform number. */
export function drawEdge(
  { layers }: Tree,
  step: number,
  context: number,
  random: Random,
  chance: Float64Array = layers[step]!.policy,
): number {
  const { first } = layers[step]!;
  const end = first[context + 1]!;
  let left = random.float();
  let drawn = first[context]!;
  for (let edge = drawn; edge < end; edge++) {
    if (chance[edge]! <= 0) continue;
    drawn = edge;
    left -= chance[edge]!;
    if (left < 0) break;
  }
  return drawn;
}

function evaluate({ world, scores }: Tree, leaf: number, random: Random): number {
  const [low, high] = world.range;
  if (world.noise === 'none') return scores[leaf]!;
  return random.float() * (high - low) < scores[leaf]! - low ? high : low;
}

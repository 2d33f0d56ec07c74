import type { Random } from '../../harness/random.ts';
import { contextAt, scoreOf } from './path.ts';
import type { Tree } from './tree.ts';

/** One finished walk through the tree: an edge per step, and the outcome of one evaluation. */
export type Walk = { readonly path: readonly number[]; readonly outcome: number };

/** Goes on from `path` to the end; one uniform number per step drawn, one more where the evaluator is a coin flip. */
export function walk(
  tree: Tree,
  path: readonly number[],
  random: Random,
  chanceOf: (step: number) => readonly number[] = (step) => tree.layers[step]!.policy,
  edgeAt: (step: number, context: number) => number | undefined = () => undefined,
): Walk {
  const edges = [...path];
  for (let step = path.length; step < tree.layers.length; step++) {
    const context = contextAt(tree, edges, step);
    edges.push(edgeAt(step, context) ?? drawEdge(tree, step, context, random, chanceOf(step)));
  }
  return { path: edges, outcome: evaluate(tree, edges, random) };
}

/** An edge of the context with its chance, by inversion of one uniform number. */
export function drawEdge(
  tree: Tree,
  step: number,
  context: number,
  random: Random,
  chance: readonly number[] = tree.layers[step]!.policy,
): number {
  tree.open(step, context);
  const { first, end } = tree.layers[step]!;
  let left = random.float();
  let drawn = first[context]!;
  for (let edge = drawn; edge < end[context]!; edge++) {
    if (chance[edge]! <= 0) continue;
    drawn = edge;
    left -= chance[edge]!;
    if (left < 0) break;
  }
  return drawn;
}

function evaluate(tree: Tree, path: readonly number[], random: Random): number {
  const [low, high] = tree.world.range;
  const score = scoreOf(tree, path);
  if (tree.world.noise === 'none') return score;
  return random.float() * (high - low) < score - low ? high : low;
}

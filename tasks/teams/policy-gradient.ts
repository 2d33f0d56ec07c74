import type { Tree } from './tree.ts';

/** P(h) that the team reaches each context, layer by layer. */
export function reachOf({ layers }: Tree): Float64Array[] {
  const reach = layers.map(({ first }) => new Float64Array(first.length));
  if (reach[0] !== undefined) reach[0][0] = 1;
  for (const [step, { first, end, policy, next }] of layers.entries())
    for (const context of first.keys())
      for (let edge = first[context]!; edge < end[context]! && step + 1 < layers.length; edge++)
        reach[step + 1]![next[edge]!]! += reach[step]![context]! * policy[edge]!;
  return reach;
}

/**
 * The exact gradient of the team's expected outcome (estimand E6) in the logits of a tabular softmax policy with one logit
 * per context and message: ∂J/∂θ(h, m) = P(h) π(m | h) A(h, m), per edge, layer by layer. @param values V(h) of a whole tree
 */
export function policyGradient(tree: Tree, values: readonly Float64Array[]): Float64Array[] {
  const reach = reachOf(tree);
  return tree.layers.map(({ first, end, policy, next, said }, step) => {
    const gradient = new Float64Array(said.length);
    for (const context of first.keys())
      for (let edge = first[context]!; edge < end[context]!; edge++) {
        const advantage = values[step + 1]![next[edge]!]! - values[step]![context]!;
        gradient[edge] = reach[step]![context]! * policy[edge]! * advantage;
      }
    return gradient;
  });
}

import { CreditbenchError } from '../../harness/errors.ts';
import type { Tree } from './tree.ts';

/** The context before `step` on a path of edges. */
export function contextAt({ layers }: Tree, path: readonly number[], step: number): number {
  return step === 0 ? 0 : layers[step - 1]!.next[path[step - 1]!]!;
}

/** s(τ) of a whole path of edges. */
export function scoreOf(tree: Tree, path: readonly number[]): number {
  return tree.scores[contextAt(tree, path, tree.layers.length)]!;
}

/** The edge that says `text` (a message's text, or its id) in a context. @throws CreditbenchError `bad-question` */
export function edgeOf(tree: Tree, step: number, context: number, text: string): number {
  tree.open(step, context);
  const { world, layers } = tree;
  const { first, end, said, agent } = layers[step]!;
  let byId: number | undefined;
  for (let edge = first[context]!; edge < end[context]!; edge++) {
    if (said[edge]!.text === text) return edge;
    if (said[edge]!.id === text) byId = edge;
  }
  if (byId !== undefined) return byId;
  const menu = said.slice(first[context]!, end[context]!).map(({ id }) => id);
  throw new CreditbenchError(
    'bad-question',
    `${world.agents[agent]!.id} cannot say "${text}" at step ${step}; its messages are ${menu.join(', ')}`,
  );
}

/** The edges of a transcript given by texts or ids, one per step. */
export function pathOf(tree: Tree, texts: readonly string[]): number[] {
  const path: number[] = [];
  for (const [step, text] of texts.entries()) path.push(edgeOf(tree, step, contextAt(tree, path, step), text));
  return path;
}

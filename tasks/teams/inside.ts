import type { Inside, Instance } from '../../harness/contract.ts';
import type { Random } from '../../harness/random.ts';
import { influenceOf } from './influence.ts';
import { contextAt, edgeOf } from './path.ts';
import type { Tree } from './tree.ts';
import { type Walk, walk } from './walk.ts';

/** What a whole tree knows about the contexts of one of its paths. @param instanceOf makes an instance of another walk. */
export function insideOf(tree: Tree, path: readonly number[], instanceOf: (walked: Walk) => Instance): Inside {
  const { world, layers } = tree;
  const edgesAt = (step: number) => {
    const context = contextAt(tree, path, step);
    const { first, end } = layers[step]!;
    return Array.from({ length: end[context]! - first[context]! }, (_, place) => first[context]! + place);
  };
  return {
    threshold: world.threshold,
    redraw(step: number, message: string, random: Random) {
      const edge = edgeOf(tree, step, contextAt(tree, path, step), message);
      return instanceOf(walk(tree, [...path.slice(0, step), edge], random));
    },
    influence(step, messages) {
      const context = contextAt(tree, path, step);
      const edges = messages.map((message) => edgeOf(tree, step, context, message));
      return influenceOf(
        tree,
        step,
        edges,
        edges.map(() => 1 / edges.length),
      );
    },
    nullMessage(step) {
      const { absent, said } = layers[step]!;
      const edge = edgesAt(step).find((candidate) => absent?.[candidate] === 1);
      return edge === undefined ? undefined : said[edge]!.text;
    },
    isWrong: (step, message) =>
      layers[step]!.said[edgeOf(tree, step, contextAt(tree, path, step), message)]!.isWrong === true,
  };
}

import { mean } from '../../harness/statistics/mean.ts';
import type { PrefixTree } from './prefix-tree.ts';

/** Per step, the returns of the logged message and of its siblings, the logged one first: a node's return is the mean of the leaves below it. */
export function siblingReturns({ outcome, leaves }: PrefixTree): Float64Array[] {
  const groups: Float64Array[] = [];
  let below = [outcome];
  for (const siblings of leaves.toReversed()) {
    groups.unshift(Float64Array.from([below, ...siblings], mean));
    below = [...below, ...siblings.flat()];
  }
  return groups;
}

/** Per step, the returns of all nodes of the step whatever their parent, the logged message first. */
export function roleReturns(tree: PrefixTree): Float64Array[] {
  return siblingReturns(tree).map(([logged], step) => {
    const width = tree.leaves.slice(step + 1).reduce((product, siblings) => product * (siblings.length + 1), 1);
    const others = tree.leaves
      .slice(0, step + 1)
      .flat()
      .flatMap((leaves) => chunks(leaves, width).map(mean));
    return Float64Array.of(logged!, ...others);
  });
}

function chunks(values: readonly number[], width: number): (readonly number[])[] {
  return Array.from({ length: values.length / width }, (_, chunk) => values.slice(chunk * width, (chunk + 1) * width));
}

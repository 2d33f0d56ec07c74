import { allCoalitions, isMember } from '../../harness/coalitions.ts';
import { CreditbenchError } from '../../harness/errors.ts';
import type { Layer, Tree } from './tree.ts';

/** The chance of every edge of a layer. */
export type Chances = (layer: Layer, step: number) => Float64Array;

/** V(h) of every context, layer by layer, the leaves' scores last; V[0][0] is the team's expected outcome. */
export function valuesOf(tree: Tree, chances: Chances = ({ policy }) => policy): Float64Array[] {
  const values = [tree.scores];
  for (let step = tree.layers.length - 1; step >= 0; step--) {
    const layer = tree.layers[step]!;
    values.unshift(backUp(layer, chances(layer, step), values[0]!));
  }
  return values;
}

function backUp({ first }: Layer, chance: Float64Array, next: Float64Array): Float64Array {
  const values = new Float64Array(first.length - 1);
  for (let context = 0; context < values.length; context++) {
    let value = 0;
    for (let edge = first[context]!; edge < first[context + 1]!; edge++) value += chance[edge]! * next[edge]!;
    values[context] = value;
  }
  return values;
}

/** v(S) by bit mask under the declared null; undefined where a step has none. @throws CreditbenchError `too-large` */
export function presenceGame(tree: Tree): Float64Array | undefined {
  if (tree.layers.some(({ absent }) => absent === undefined)) return undefined;
  return gameOf(
    tree,
    (isPresent) =>
      ({ agent, policy, absent }) =>
        isPresent(agent) ? policy : absent!,
  );
}

/**
 * v_τ(S) by bit mask: what the agents of S said on the path stays fixed, the others speak afresh (estimand E2);
 * undefined where menus depend on the context. @throws CreditbenchError `too-large`
 */
export function realisedGame(tree: Tree, path: readonly number[]): Float64Array | undefined {
  if (!tree.hasFixedMenus) return undefined;
  const fixed = tree.layers.map((layer, step) => chancesOfSaying(layer, path[step]!));
  return gameOf(
    tree,
    (isFixed) =>
      ({ agent, policy }, step) =>
        isFixed(agent) ? fixed[step]! : policy,
  );
}

function chancesOfSaying({ said, first }: Layer, edge: number): Float64Array {
  const width = said.length / (first.length - 1);
  return Float64Array.from(said, (_, other) => (other % width === edge % width ? 1 : 0));
}

const mostWork = 2 ** 31;

function gameOf(tree: Tree, chances: (isMemberOf: (agent: number) => boolean) => Chances): Float64Array {
  const agents = tree.world.agents.length;
  const edges = tree.layers.reduce((sum, { said }) => sum + said.length, 0);
  if (agents > 24 || edges * 2 ** agents > mostWork)
    throw new CreditbenchError(
      'too-large',
      `the worth of 2^${agents} coalitions on a tree of ${edges} edges is too much to enumerate; ` +
        `use fewer agents, steps or messages per step`,
    );
  const coalitions = allCoalitions(agents);
  return Float64Array.from({ length: coalitions.count }, (_, row) => {
    return valuesOf(
      tree,
      chances((agent) => isMember(coalitions, row, agent)),
    )[0]![0]!;
  });
}

import { CreditbenchError } from '../../harness/errors.ts';
import type { Layer, Tree } from './tree.ts';
import { backUp } from './values.ts';

/** v(S) by bit mask under the declared null; undefined where the world declares none. @throws CreditbenchError `too-large` */
export function presenceGame(tree: Tree): Float64Array | undefined {
  if (tree.layers.some(({ absent }) => absent === undefined)) return undefined;
  return gameOf(tree, ({ policy, absent }) => ({ member: policy, other: absent! }));
}

/**
 * v_τ(S) by bit mask: what the agents of S said on the path stays fixed, the others speak afresh (estimand E2);
 * undefined where menus depend on the context. @throws CreditbenchError `too-large`
 */
export function realisedGame(tree: Tree, path: readonly number[]): Float64Array | undefined {
  if (!tree.hasFixedMenus) return undefined;
  return gameOf(tree, (layer, step) => ({ member: chancesOfSaying(layer, path[step]!), other: layer.policy }));
}

function chancesOfSaying({ said, first }: Layer, edge: number): Float64Array {
  const width = said.length / first.length;
  return Float64Array.from(said, (_, other) => (other % width === edge % width ? 1 : 0));
}

const mostAgents = 24;
const mostWork = 2 ** 31;

/** Why the worth of all coalitions cannot be enumerated, with the count; undefined where it can. */
export function tooManyCoalitions({ world, layers }: Tree): string | undefined {
  const agents = world.agents.length;
  if (agents <= mostAgents && workOf(layers) <= mostWork) return undefined;
  const edges = layers.reduce((sum, { said }) => sum + said.length, 0);
  return (
    `the worth of 2^${agents} coalitions on ${edges} messages in distinct contexts is too much to enumerate; ` +
    'use fewer agents, steps or messages per step'
  );
}

type Chances = { readonly member: ArrayLike<number>; readonly other: ArrayLike<number> };

/**
 * One backward pass per set of later speakers and not per coalition: what comes before the last step only depends on who of
 * the later authors is a member.
 */
function gameOf(tree: Tree, chancesAt: (layer: Layer, step: number) => Chances): Float64Array {
  const refusal = tooManyCoalitions(tree);
  if (refusal !== undefined) throw new CreditbenchError('too-large', refusal);
  const { layers, world } = tree;
  const chances = layers.map(chancesAt);
  const scratch = layers.map(({ first }) => new Float64Array(first.length));
  const worth = new Float64Array(2 ** world.agents.length);

  const descend = (step: number, after: Float64Array, members: number, decided: number): void => {
    if (step < 0) {
      fill(worth, after[0]!, members, decided);
      return;
    }
    const bit = 1 << layers[step]!.agent;
    for (const isMember of (decided & bit) !== 0 ? [(members & bit) !== 0] : [false, true]) {
      backUp(layers[step]!, isMember ? chances[step]!.member : chances[step]!.other, after, scratch[step]!);
      descend(step - 1, scratch[step]!, isMember ? members | bit : members, decided | bit);
    }
  };
  descend(layers.length - 1, Float64Array.from(tree.scores), 0, 0);
  return worth;
}

/** Agents that never speak change nothing. */
function fill(worth: Float64Array, value: number, members: number, decided: number): void {
  const silent = (worth.length - 1) & ~decided;
  for (let others = silent; ; others = (others - 1) & silent) {
    worth[members | others] = value;
    if (others === 0) return;
  }
}

function workOf(layers: readonly Layer[]): number {
  const later = new Set<number>();
  let work = 0;
  for (const { agent, said } of layers.toReversed()) {
    later.add(agent);
    work += said.length * 2 ** later.size;
  }
  return work;
}

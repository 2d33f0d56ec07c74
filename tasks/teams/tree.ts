import { CreditbenchError } from '../../harness/errors.ts';
import { automatonStates, type ContextSource, transcripts } from './context-source.ts';
import type { Utterance, World } from './world.ts';

/**
 * The transcripts of a world, one flat layer of distinct contexts per step; contexts with one future (`World.state`) are one.
 * Edge e of layer t says `said[e]` and leads to context `next[e]` of layer t + 1, or, at the last step, to end `next[e]`.
 */
export type Tree = {
  readonly world: World;
  readonly layers: readonly Layer[];
  /** s(τ) per end. */
  readonly scores: readonly number[];
  /** Every context is open, so sums over all transcripts are exact; otherwise contexts open when first visited. */
  readonly isWhole: boolean;
  /** Every context of a step offers the same messages, so a message can be held fixed while others vary; false unless whole. */
  readonly hasFixedMenus: boolean;
  /** Lists the edges of a context, if nobody has yet. */
  open(step: number, context: number): void;
};
export type Layer = {
  readonly agent: number;
  /** The edges of context c are `first[c] … end[c] − 1`; both are −1 until it is opened. */
  readonly first: readonly number[];
  readonly end: readonly number[];
  readonly said: readonly Utterance[];
  readonly policy: readonly number[];
  /** The same for the declared null; undefined where the world declares none. */
  readonly absent: readonly number[] | undefined;
  readonly next: readonly number[];
};

/** Exact truth is enumerated up to this many edges, that is messages in distinct contexts. */
export const mostEdges = 2 ** 23;

/** Opens every context once. @throws CreditbenchError `too-large` beyond 2²³ edges, with the count */
export function growTree(world: World): Tree {
  const tree = lazyTree(world);
  let edges = 0;
  let hasFixedMenus = true;
  for (const [step, layer] of tree.layers.entries()) {
    for (let context = 0; context < layer.first.length; context++) {
      tree.open(step, context);
      refuseBeyond(edges + layer.said.length, step, tree);
      hasFixedMenus &&= hasMenuOfFirst(layer, context);
    }
    edges += layer.said.length;
    tree.forget(step);
  }
  return { ...tree, isWhole: true, hasFixedMenus };
}

/** Opens contexts when they are first visited, for teams too large to enumerate. */
export function lazyTree(world: World): Tree & { forget(step: number): void } {
  const layers = world.authors.map((agent) => emptyLayer(agent, world.null !== 'none'));
  const scores: number[] = [];
  return world.automaton === undefined
    ? treeOf(world, layers, scores, transcripts(world))
    : treeOf(world, layers, scores, automatonStates(world, world.automaton));
}

type GrowingLayer = ReturnType<typeof emptyLayer>;

function treeOf<Context>(
  world: World,
  layers: readonly GrowingLayer[],
  scores: number[],
  source: ContextSource<Context>,
): Tree & { forget(step: number): void } {
  const steps = layers.length;
  /** What each context was reached with, until everything after it is known. */
  const contexts = Array.from({ length: steps + 1 }, (): Context[] => []);
  const known = Array.from({ length: steps + 1 }, () => new Map<string | number, number>());

  const add = (step: number, context: Context): number => {
    if (step === steps) return scores.push(source.score(context)) - 1;
    layers[step]!.end.push(-1);
    contexts[step]!.push(context);
    return layers[step]!.first.push(-1) - 1;
  };
  const indexOf = (step: number, context: Context): number => {
    const name = source.nameOf(context);
    if (name === undefined) return add(step, context);
    const before = known[step]!.get(name);
    if (before !== undefined) return before;
    const index = add(step, context);
    known[step]!.set(name, index);
    return index;
  };
  add(0, source.start);

  return {
    world,
    layers,
    scores,
    isWhole: false,
    hasFixedMenus: false,
    open(step, index) {
      const { first, end, said, policy, absent, next } = layers[step]!;
      if (first[index]! >= 0) return;
      const context = contexts[step]![index]!;
      const menu = source.menu(step, context);
      first[index] = said.length;
      for (let place = 0; place < menu.length; place++) {
        const utterance = menu[place]!;
        said.push(utterance);
        policy.push(utterance.probability);
        absent?.push(absentChance(utterance, step));
        next.push(indexOf(step + 1, source.after(step, context, place, utterance)));
      }
      end[index] = said.length;
    },
    forget(step) {
      contexts[step] = [];
      known[step]!.clear();
    },
  };
}

function emptyLayer(agent: number, hasNull: boolean) {
  return {
    agent,
    first: [] as number[],
    end: [] as number[],
    said: [] as Utterance[],
    policy: [] as number[],
    absent: hasNull ? ([] as number[]) : undefined,
    next: [] as number[],
  };
}

function absentChance({ id, absent }: Utterance, step: number): number {
  if (absent === undefined)
    throw new TypeError(`message "${id}" of step ${step} has no chance under the null that its world declares`);
  return absent;
}

function hasMenuOfFirst({ first, end, said }: Layer, context: number): boolean {
  const [from, to, width] = [first[context]!, end[context]!, end[0]!];
  if (to - from !== width) return false;
  for (let place = 0; place < width; place++) if (said[from + place]!.text !== said[place]!.text) return false;
  return true;
}

function refuseBeyond(edges: number, step: number, { world, layers }: Tree): void {
  if (edges <= mostEdges) return;
  const contexts = layers.reduce((sum, { first }) => sum + first.length, 0);
  throw new CreditbenchError(
    'too-large',
    `this team has at least ${contexts} distinct contexts with ${edges} messages after ${step + 1} of ` +
      `${world.authors.length} steps; exact truth is enumerated up to ${mostEdges} messages: ` +
      'use fewer steps or fewer messages per step, or have its truth sampled ("truth": { "draws": 4096 } in its file)',
  );
}

import { CreditbenchError } from '../../harness/errors.ts';
import type { Utterance, World } from './world.ts';

/**
 * The tree of all transcripts of a world, one flat layer per step. Layer t has one context per edge of layer t − 1, and the
 * edges of context c are `first[c] … first[c + 1] − 1`; edge e leads to context e of the next layer, so leaves are edges too.
 */
export type Tree = {
  readonly world: World;
  readonly layers: readonly Layer[];
  /** s(τ) per leaf. */
  readonly scores: Float64Array;
  /** Every context of a step offers the same messages, so a message can be held fixed while others vary. */
  readonly hasFixedMenus: boolean;
};
export type Layer = {
  readonly agent: number;
  readonly first: Uint32Array;
  readonly said: readonly Utterance[];
  readonly policy: Float64Array;
  /** Undefined where the world declares no null for this step. */
  readonly absent: Float64Array | undefined;
};

/** Exact truth is enumerated up to here. */
export const mostTranscripts = 2 ** 21;

/** Walks every transcript once. @throws CreditbenchError `too-large` beyond 2²¹ transcripts. */
export function growTree(world: World): Tree {
  let prefixes: (readonly Utterance[])[] = [[]];
  let hasFixedMenus = true;
  const layers: Layer[] = [];
  for (const [step, agent] of world.authors.entries()) {
    const first = new Uint32Array(prefixes.length + 1);
    const said: Utterance[] = [];
    const longer: (readonly Utterance[])[] = [];
    const width = world.menu(step, prefixes[0]!).length;
    for (const [context, prefix] of prefixes.entries()) {
      const menu = world.menu(step, prefix);
      refuseBeyond(said.length + menu.length, step, world);
      hasFixedMenus &&=
        menu.length === width && menu.every(({ text }, place) => text === (said[place] ?? menu[place]!).text);
      for (const utterance of menu) {
        said.push(utterance);
        longer.push([...prefix, utterance]);
      }
      first[context + 1] = said.length;
    }
    const hasNull = said.every(({ absent }) => absent !== undefined);
    layers.push({
      agent,
      first,
      said,
      policy: Float64Array.from(said, ({ probability }) => probability),
      absent: hasNull ? Float64Array.from(said, ({ absent }) => absent!) : undefined,
    });
    prefixes = longer;
  }
  return { world, layers, scores: Float64Array.from(prefixes, (prefix) => world.score(prefix)), hasFixedMenus };
}

function refuseBeyond(transcripts: number, step: number, { authors }: World): void {
  if (transcripts <= mostTranscripts) return;
  throw new CreditbenchError(
    'too-large',
    `the tree of this team has at least ${transcripts} transcripts after ${step + 1} of ${authors.length} steps; ` +
      `exact truth is enumerated up to ${mostTranscripts}: use fewer steps or fewer messages per step`,
  );
}

/** The edge that says `text` (a message's text, or its id) in a context. @throws CreditbenchError `bad-question` */
export function edgeOf({ world, layers }: Tree, step: number, context: number, text: string): number {
  const { first, said } = layers[step]!;
  let byId: number | undefined;
  for (let edge = first[context]!; edge < first[context + 1]!; edge++) {
    if (said[edge]!.text === text) return edge;
    if (said[edge]!.id === text) byId = edge;
  }
  if (byId !== undefined) return byId;
  const menu = said.slice(first[context]!, first[context + 1]!).map(({ id }) => id);
  const speaker = world.agents[layers[step]!.agent]!.id;
  throw new CreditbenchError(
    'bad-question',
    `${speaker} cannot say "${text}" at step ${step}; its messages are ${menu.join(', ')}`,
  );
}

/** The edges of a transcript given by texts or ids, one per step. */
export function pathOf(tree: Tree, texts: readonly string[]): number[] {
  const path: number[] = [];
  for (const [step, text] of texts.entries()) path.push(edgeOf(tree, step, path.at(-1) ?? 0, text));
  return path;
}

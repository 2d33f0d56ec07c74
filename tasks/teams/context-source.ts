import type { Automaton, Utterance, World } from './world.ts';

/** What a tree grows from: something per context from which its menu, its successors and its name follow. */
export type ContextSource<Context> = {
  readonly start: Context;
  menu(step: number, context: Context): readonly Utterance[];
  /** The context after the message at `place` of the menu. */
  after(step: number, context: Context, place: number, said: Utterance): Context;
  /** Contexts after as many messages with one name are one; undefined where every one is its own. */
  nameOf(context: Context): string | number | undefined;
  score(context: Context): number;
};

/** Contexts as whole transcripts. */
export function transcripts(world: World): ContextSource<readonly Utterance[]> {
  return {
    start: [],
    menu: (step, said) => world.menu(step, said),
    after: (_, said, __, utterance) => [...said, utterance],
    nameOf: (said) => world.state?.(said),
    score: (said) => world.score(said),
  };
}

/** Contexts as the states of the world's automaton. */
export function automatonStates(world: World, automaton: Automaton): ContextSource<number> {
  const { menu, after, score } = automaton;
  return {
    start: 0,
    menu: (step, state) => menu(step, state) ?? world.menu(step, transcriptTo(automaton, step, state)),
    after: (step, state, place) => after(state, step, place),
    nameOf: (state) => state,
    score: (state) => score(state) ?? world.score(transcriptTo(automaton, world.authors.length, state)),
  };
}

/** Some transcript that leads to a state, for the one that the automaton has no answer in: the world says why. */
function transcriptTo({ menu, after }: Automaton, steps: number, state: number): readonly Utterance[] {
  let reached = new Map<number, readonly Utterance[]>([[0, []]]);
  for (let step = 0; step < steps; step++) {
    const next = new Map<number, readonly Utterance[]>();
    for (const [before, said] of reached)
      for (const [place, utterance] of (menu(step, before) ?? []).entries()) {
        const then = after(before, step, place);
        if (!next.has(then)) next.set(then, [...said, utterance]);
      }
    reached = next;
  }
  return reached.get(state) ?? [];
}

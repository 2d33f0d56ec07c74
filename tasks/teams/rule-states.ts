import type { RuleAutomaton } from './rule-list.ts';

/** Several automata as one: a number says where all of those stand that are still of use. */
export type RuleStates = {
  /** The state after the message at `place` of the menu was said as number `said`. */
  after(state: number, said: number, place: number): number;
  /** Where one automaton stands. */
  placeIn(state: number, list: number): number;
};

/** The largest whole number up to which all are exact. */
const mostStates = Number.MAX_SAFE_INTEGER;

/** Mixed-radix numbers of the automata that have more than one place; undefined where they would pass 2⁵³. @param widths messages per step */
export function ruleStates(lists: readonly RuleAutomaton[], widths: readonly number[]): RuleStates | undefined {
  const weights: number[] = [];
  let states = 1;
  for (const { places } of lists) {
    weights.push(states);
    states *= places;
  }
  if (states > mostStates) return undefined;
  const placeIn = (state: number, list: number) => Math.floor(state / weights[list]!) % lists[list]!.places;
  /** Which automata move, or end, with message number k. */
  const moved = widths.map((_, said) =>
    [...lists.keys()].filter((list) => {
      const { places, length, next } = lists[list]!;
      return places > 1 && (length === said || next[said] !== undefined);
    }),
  );
  return {
    placeIn,
    after(state, said, message) {
      let after = state;
      for (const list of moved[said]!) {
        const place = placeIn(state, list);
        const table = lists[list]!.next[said];
        const next = table === undefined ? 0 : table[place * widths[said]! + message]!;
        after += (next - place) * weights[list]!;
      }
      return after;
    },
  };
}

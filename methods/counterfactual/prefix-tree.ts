import type { Access, Episode, Replay } from '../../harness/contract.ts';

/** C3's prefix tree as it branches off the logged path. */
export type PrefixTree = {
  /** The logged leaf. */
  readonly outcome: number;
  /** Per step, the alternatives drawn at the logged context; the logged message is not among them. */
  readonly alternatives: readonly (readonly string[])[];
  /** Outcomes of the leaves below every alternative, by step and alternative, depth first. */
  readonly leaves: readonly (readonly (readonly number[])[])[];
};

/**
 * C3's nested prefix tree with the logged messages as the first child along the logged path. `fanout[d]` messages are drawn
 * i.i.d. at every context of step d; only leaves are scored, Π fanout of them, the logged outcome among them.
 * arXiv 2603.06859, Algorithm; see c3.md §6.
 */
export async function growPrefixTree(
  { messages, outcome }: Episode,
  { sample, replay }: Pick<Access<'sample' | 'replay'>, 'sample' | 'replay'>,
  fanout: readonly number[],
): Promise<PrefixTree> {
  const steps = messages.length;

  /** Every leaf below the context in which `said` stands in place of what was logged from step `from` on. */
  const leavesBelow = async (from: number, said: readonly string[]): Promise<Replay[]> => {
    const step = from + said.length;
    if (step === steps) return [leafOf(from, said)];
    const children = await sample(step, fanout[step]!, said);
    return (await Promise.all(children.map((child) => leavesBelow(from, [...said, child])))).flat();
  };

  const alternatives = await Promise.all(messages.map((_, step) => sample(step, fanout[step]! - 1)));
  const requests = await Promise.all(
    alternatives.map((drawn, step) => Promise.all(drawn.map((message) => leavesBelow(step, [message])))),
  );
  const outcomes = (await replay(requests.flat(2))).map(([leaf]) => leaf!);
  let next = 0;
  const leaves = requests.map((siblings) => siblings.map((below) => below.map(() => outcomes[next++]!)));
  return { outcome, alternatives, leaves };
}

function leafOf(step: number, [message, ...rest]: readonly string[]): Replay {
  const then = Object.fromEntries(rest.map((text, place) => [step + 1 + place, text]));
  return { step, message: message!, then, count: 1 };
}

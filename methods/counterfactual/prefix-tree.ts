import type { Access, Episode, Replay } from '../../harness/contract.ts';

/** The alternatives at one logged context: mean outcome per sibling, the logged message first. */
export type SiblingGroup = { readonly returns: Float64Array };

/**
 * C3's nested prefix tree with the logged messages as the first child along the logged path, one sibling group per step.
 * `fanout[d]` messages are drawn i.i.d. at every context of step d; only leaves are scored, Π fanout of them, the logged
 * outcome among them. A node's return is the mean over the leaves below it. arXiv 2603.06859, Algorithm; see c3.md §6.
 */
export async function growPrefixTree(
  { messages, outcome }: Episode,
  { sample, replay }: Pick<Access<'sample' | 'replay'>, 'sample' | 'replay'>,
  fanout: readonly number[],
): Promise<SiblingGroup[]> {
  const steps = messages.length;

  /** Every leaf below the context in which `said` stands in place of what was logged from step `from` on. */
  const leavesBelow = async (from: number, said: readonly string[]): Promise<Replay[]> => {
    const step = from + said.length;
    if (step === steps) return [leafOf(from, said)];
    const children = await sample(step, fanout[step]!, said);
    return (await Promise.all(children.map((child) => leavesBelow(from, [...said, child])))).flat();
  };

  const alternatives = await Promise.all(
    messages.map(async (_, step) => {
      const drawn = await sample(step, fanout[step]! - 1);
      return Promise.all(drawn.map((message) => leavesBelow(step, [message])));
    }),
  );
  const requests = alternatives.flat(2);
  const outcomes = (await replay(requests)).map(([leaf]) => leaf!);

  let next = 0;
  const scored = alternatives.map((siblings) => siblings.map((leaves) => leaves.map(() => outcomes[next++]!)));
  const groups: SiblingGroup[] = [];
  let below = [outcome];
  for (const siblings of scored.toReversed()) {
    groups.unshift({ returns: Float64Array.from([below, ...siblings], mean) });
    below = [...below, ...siblings.flat()];
  }
  return groups;
}

function leafOf(step: number, [message, ...rest]: readonly string[]): Replay {
  const then = Object.fromEntries(rest.map((text, place) => [step + 1 + place, text]));
  return { step, message: message!, then, count: 1 };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

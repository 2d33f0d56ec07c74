import type { Alternative } from './preference-pairs.ts';

/** Whether the prefix of this many messages is faulty. */
export type Badness = (prefix: number) => boolean;

/** The last message of the prefix lost more than ε: V(h_{t+1}) − V(h_t) < −ε. Not monotone. @param values V(h_1) … V(h_{T+1}) */
export function drop(values: ArrayLike<number>, epsilon: number): Badness {
  return (prefix) => valueAfter(values, prefix) - valueAfter(values, prefix - 1) < -epsilon;
}

/** The team is unlikely to succeed from here: V(h_{t+1}) < κ. Monotone only if failure absorbs. @param values V(h_1) … V(h_{T+1}) */
export function noReturn(values: ArrayLike<number>, kappa: number): Badness {
  return (prefix) => valueAfter(values, prefix) < kappa;
}

/** Some other message at the step would have brought the expected outcome to θ or above. Not monotone. */
export function isRepairable(
  { message, alternatives }: { readonly message: string; readonly alternatives: readonly Alternative[] },
  theta: number,
): boolean {
  return alternatives.some((other) => other.message !== message && other.value >= theta);
}

/** @throws RangeError beyond the values: a comparison with a missing one would be a false "fine" */
function valueAfter(values: ArrayLike<number>, prefix: number): number {
  const value = values[prefix];
  if (value === undefined) throw new RangeError(`no value after ${prefix} messages; there are ${values.length} values`);
  return value;
}

import { CreditbenchError } from '../errors.ts';

/** How helpful each message was, s_t in [−1, 1]; `undefined` where nobody said. */
export type Labels = ArrayLike<number | undefined>;

/** The labels, one per message. @throws CreditbenchError `bad-credit` naming the first step without a number in [−1, 1] */
export function checkedLabels(labels: Labels, messages: number): Float64Array {
  if (labels.length > messages)
    throw new CreditbenchError('bad-credit', `labels has ${labels.length} numbers for ${messages} messages`);
  return Float64Array.from({ length: messages }, (_, step) => {
    const label = labels[step];
    if (label === undefined) throw badLabel(step, 'missing');
    // Written so that NaN is refused too.
    if (!(Math.abs(label) <= 1)) throw badLabel(step, String(label));
    return label;
  });
}

/**
 * Labels from known values, s_t = (V(h_{t+1}) − V(h_t)) / width: they sum to (s(τ) − V(h_1)) / width.
 * @param values V(h_1) … V(h_T), s(τ). @param width the width of the outcome range.
 */
export function potentialDifferences(values: ArrayLike<number>, width: number): Float64Array {
  return Float64Array.from({ length: Math.max(0, values.length - 1) }, (_, step) => {
    return withoutRounding((values[step + 1]! - values[step]!) / width);
  });
}

/** A value is a weighted mean, so it can leave the outcome range by a few units in the last place. */
function withoutRounding(label: number): number {
  return Math.abs(label) > 1 && Math.abs(label) < 1 + 1e-9 ? Math.sign(label) : label;
}

function badLabel(step: number, found: string): CreditbenchError {
  return new CreditbenchError('bad-credit', `label of step ${step} is ${found}; expected a number in [-1, 1]`);
}

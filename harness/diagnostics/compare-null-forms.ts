import type { Undefined } from '../statistics/undefined.ts';
import type { AblationBias } from './ablation-bias.ts';
import { type PairedDifference, pairedDifference } from './paired-difference.ts';

/** Second null form less first, paired by problem: an empty message and a placeholder need not be the same removal. c3.md §10.2. */
export type NullFormDifference = {
  readonly bias: PairedDifference | Undefined;
  readonly nullLevel: PairedDifference | Undefined;
};

/** The difference between two null forms (`empty`, `placeholder`) in bias and in level of the null arm. */
export function compareNullForms(first: readonly AblationBias[], second: readonly AblationBias[]): NullFormDifference {
  const differenceIn = (quantity: 'bias' | 'nullLevel') => {
    const of = (contexts: readonly AblationBias[]) =>
      contexts.map((context) => ({ problem: context.problem, value: context[quantity] }));
    return pairedDifference(of(first), of(second));
  };
  return { bias: differenceIn('bias'), nullLevel: differenceIn('nullLevel') };
}

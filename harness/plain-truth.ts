import type { NumericEstimand, Truth } from './contract.ts';
import type { ScoredRow } from './row.ts';

/** A truth as a row has it, in plain numbers. */
export function plainTruth({ 'first-error': firstError, standardErrors, ...numeric }: Truth): ScoredRow['truth'] {
  return {
    ...plainNumbers(numeric),
    ...(firstError === undefined ? {} : { 'first-error': firstError }),
    ...(standardErrors === undefined ? {} : { standardErrors: plainNumbers(standardErrors) }),
  };
}

function plainNumbers(numeric: { readonly [E in NumericEstimand]?: Float64Array }) {
  return Object.fromEntries(
    Object.entries(numeric).flatMap(([estimand, values]) => (values === undefined ? [] : [[estimand, [...values]]])),
  );
}

import type { Estimand } from '../contract.ts';
import { headlineEstimands } from './headline.ts';
import type { RowPair } from './pair-rows.ts';

/** The estimands by which these pairs are compared: those of a board's headline and those targeted, where either side has scores, in alphabetical order. */
export function estimandsOf(pairs: readonly RowPair[], targets: readonly string[]): Estimand[] {
  const scored = new Set<Estimand>();
  // The keys of a parsed row's scores are estimands.
  for (const { first, second } of pairs)
    for (const { scores } of [first, second])
      for (const estimand of Object.keys(scores) as Estimand[]) scored.add(estimand);
  return [...scored]
    .filter((estimand) => headlineEstimands.includes(estimand) || targets.includes(estimand))
    .toSorted();
}

import { type ClusteredMean, clusteredMean } from '../statistics/clustered-mean.ts';
import { isFlat } from '../statistics/is-flat.ts';
import { mean } from '../statistics/mean.ts';
import { spearman } from '../statistics/spearman.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { isUndefined } from '../statistics/undefined.ts';
import { largestOf, withoutDust } from '../statistics/without-dust.ts';

/** What the credits of a context are held against: exact advantages, or estimates with their standard errors. */
export type Reference = { readonly values: Float64Array; readonly standardErrors: Float64Array };

/** The credits of the candidates at one context, and a reference made from other draws than the credits. */
export type CreditedContext = {
  readonly problem: string;
  readonly credits: Float64Array;
  readonly reference: Reference;
};

export type Fidelity = {
  /** Spearman over all pairs of all contexts, in [−1, 1]. */
  readonly pooled: number | Undefined;
  /** Mean Spearman over the contexts whose reference can be ranked, constant credit as 0. */
  readonly perContext: ClusteredMean | Undefined;
  /** Share of those contexts whose credit is not constant; `perContext.mean` divided by it is the mean over these alone. */
  readonly coverage: number | Undefined;
  /** Contexts left out because they have one candidate or a constant reference. */
  readonly unrankable: number;
  /** Root mean square of the reference's standard errors, in the unit of the outcome. */
  readonly referenceError: number | Undefined;
};

const nothingToRank = { reason: 'no reference with two different values' };

/**
 * Rank correlation of credit with an independent reference, c3.md §10.2. A reference made from the very outcomes behind the
 * credit scores leave-one-out 1.000 whatever it is worth (§10.1), so it is an argument of its own: see independent-reference.ts.
 */
export function fidelity(contexts: readonly CreditedContext[]): Fidelity {
  const credits = withoutDust(contexts.flatMap((context) => [...context.credits]));
  const values = withoutDust(contexts.flatMap(({ reference }) => [...reference.values]));
  const [creditScale, valueScale] = [largestOf(credits), largestOf(values)];
  const rankable = contexts
    .map(({ problem, ...context }) => ({
      problem,
      credits: withoutDust(context.credits, creditScale),
      values: withoutDust(context.reference.values, valueScale),
    }))
    .filter((context) => !isFlat(context.values));
  const isRankable = rankable.length > 0;
  return {
    pooled: isFlat(values) ? nothingToRank : correlation(credits, values),
    perContext: isRankable
      ? clusteredMean(
          rankable.map((context) => correlation(context.credits, context.values)),
          rankable.map(({ problem }) => problem),
        )
      : nothingToRank,
    coverage: isRankable
      ? rankable.filter((context) => !isFlat(context.credits)).length / rankable.length
      : nothingToRank,
    unrankable: contexts.length - rankable.length,
    referenceError: rootMeanSquare(contexts.flatMap(({ reference }) => [...reference.standardErrors])),
  };
}

/** Spearman against values that are not constant; constant credit ranks nothing and counts as 0. */
function correlation(credits: Float64Array, values: Float64Array): number {
  if (isFlat(credits)) return 0;
  const rho = spearman(credits, values);
  if (isUndefined(rho)) throw new RangeError(rho.reason);
  return rho;
}

function rootMeanSquare(values: readonly number[]): number | Undefined {
  if (values.length === 0) return { reason: 'no reference' };
  return Math.sqrt(mean(values.map((value) => value * value)));
}

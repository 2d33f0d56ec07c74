import { CreditbenchError } from '../errors.ts';
import { type ClusteredMean, clusteredMean } from '../statistics/clustered-mean.ts';
import { mean } from '../statistics/mean.ts';
import { sampleVariance } from '../statistics/sample-variance.ts';
import type { Undefined } from '../statistics/undefined.ts';

/**
 * The credit of each message at one context, collected R times with everything redrawn but the context and the message:
 * `credits[a]` has R values, `truths[a]` is exact, `weights[a]` is π_b(a | h) (equal for messages drawn from it) and sums to 1.
 */
export type RecollectedContext = {
  readonly problem: string;
  readonly weights: Float64Array;
  readonly credits: readonly Float64Array[];
  readonly truths: Float64Array;
};

/** Means over contexts, clustered by problem, in squared units of the outcome; squared error = squared bias + variance, exactly. */
export type WithinContextVariance = {
  /** Var(Â | h, a), divisor R − 1. */
  readonly variance: ClusteredMean;
  /** (mean credit − truth)² less variance/R, its own sampling error: unbiased, so it may come out negative. */
  readonly squaredBias: ClusteredMean;
  readonly squaredError: ClusteredMean;
};

/** Var(Â | h, a), always beside squared bias, because the zero credit has no variance. c3.md §10.2. */
export function withinContextVariance(contexts: readonly RecollectedContext[]): WithinContextVariance | Undefined {
  if (contexts.length === 0) return { reason: 'no context' };
  for (const context of contexts) checkContext(context);
  const fewest = Math.min(...contexts.flatMap(({ credits }) => credits.map(({ length }) => length)));
  if (fewest < 2) return { reason: 'a message was credited once; its variance needs two collections' };
  const problems = contexts.map(({ problem }) => problem);
  const over = (quantity: (credits: Float64Array, truth: number) => number) =>
    clusteredMean(
      contexts.map(({ weights, credits, truths }) =>
        credits.reduce((sum, drawn, message) => sum + weights[message]! * quantity(drawn, truths[message]!), 0),
      ),
      problems,
    );
  return {
    variance: over((credits) => sampleVariance(credits)),
    squaredBias: over((credits, truth) => (mean(credits) - truth) ** 2 - sampleVariance(credits) / credits.length),
    squaredError: over((credits, truth) => mean(credits.map((credit) => (credit - truth) ** 2))),
  };
}

function checkContext({ problem, weights, credits, truths }: RecollectedContext): void {
  const bad = (message: string) => new CreditbenchError('bad-usage', `context of problem "${problem}" has ${message}`);
  if (credits.length !== truths.length || credits.length !== weights.length)
    throw bad(`credits of ${credits.length}, truths of ${truths.length} and weights of ${weights.length} messages`);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(Math.abs(total - 1) <= 1e-9)) throw bad(`weights that sum to ${total}; expected 1`);
}

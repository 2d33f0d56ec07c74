import { needsSentence } from '../cell.ts';
import type { Instance } from '../contract.ts';
import { CreditbenchError } from '../errors.ts';
import { meter, type Spent } from '../meter.ts';
import type { Random } from '../random.ts';
import { mean } from '../statistics/mean.ts';
import { sampleVariance } from '../statistics/sample-variance.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { meanOutcomes } from './bucket.ts';
import type { Reference } from './fidelity.ts';

/** The fewest continuations of an alternative that make a reference; c3.md §10.2. */
export const fewestReferenceReplays = 16;

/** What the reference is made of: the candidates to value at the logged context of `step`, and how many draws to spend. */
export type ReferencePlan = {
  readonly step: number;
  readonly texts: readonly string[];
  /** Fresh messages behind V̂, at least 2. */
  readonly alternatives: number;
  /** Fresh continuations of every candidate and alternative, at least 16. */
  readonly replays: number;
};

/**
 * Q̂(h, a) − V̂(h) of every candidate from fresh continuations and fresh alternatives, with plug-in standard errors (0 where all
 * replays agree). It draws from its own stream of `random`, so it shares no draw with a cell or bucket of the same name.
 */
export async function independentReference(
  instance: Instance,
  random: Random,
  { step, texts, alternatives, replays }: ReferencePlan,
): Promise<{ readonly reference: Reference; readonly spent: Spent } | Undefined> {
  if (alternatives < 2 || replays < fewestReferenceReplays)
    throw new CreditbenchError(
      'bad-usage',
      `a reference of ${alternatives} alternatives with ${replays} replays each is too coarse; ` +
        `expected at least 2 with ${fewestReferenceReplays}`,
    );
  const { probes, spent } = meter(instance, Number.POSITIVE_INFINITY, random.stream('independent-reference'));
  const { sample, replay } = probes;
  if (sample === undefined || replay === undefined)
    return { reason: needsSentence(['replay', 'sample'], Object.keys(probes)) };
  const fresh = await sample(step, alternatives);
  const outcomes = await replay([...texts, ...fresh].map((message) => ({ step, message, count: replays })));
  const values = meanOutcomes(outcomes);
  const ofFresh = values.slice(texts.length);
  const baseline = mean(ofFresh);
  const baselineVariance = sampleVariance(ofFresh) / alternatives;
  return {
    reference: {
      values: Float64Array.from(texts, (_, arm) => values[arm]! - baseline),
      standardErrors: Float64Array.from(texts, (_, arm) =>
        Math.sqrt(sampleVariance(outcomes[arm]!) / replays + baselineVariance),
      ),
    },
    spent,
  };
}

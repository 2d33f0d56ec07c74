import { mean } from '../statistics/mean.ts';
import type { Undefined } from '../statistics/undefined.ts';
import { fidelity } from './fidelity.ts';
import type { Recollection } from './recollect.ts';
import {
  type RecollectedContext,
  type WithinContextVariance,
  withinContextVariance,
} from './within-context-variance.ts';

/** How good a method's credit of some steps is, over episodes drawn from the policy. */
export type CreditQuality = {
  readonly spread: WithinContextVariance | Undefined;
  /** Spearman with the exact advantage over all credited steps of all episodes: mean over the collections that every episode has, constant credit as 0. */
  readonly fidelity: number | Undefined;
  readonly steps: number;
};

/** The quality of the credit given to each role's messages, by role. */
export function qualityByRole(recollections: readonly Recollection[]): Map<string, CreditQuality> {
  return qualityBy(recollections, ({ roles }, step) => roles[step]!);
}

/** The quality of the credit given at each step, by step. */
export function qualityByStep(recollections: readonly Recollection[]): Map<number, CreditQuality> {
  return qualityBy(recollections, (_, step) => step);
}

function qualityBy<Key>(
  recollections: readonly Recollection[],
  keyOf: (recollection: Recollection, step: number) => Key,
): Map<Key, CreditQuality> {
  const places = new Map<Key, Place[]>();
  for (const recollection of recollections)
    for (const step of recollection.roles.keys()) {
      const key = keyOf(recollection, step);
      const known = places.get(key);
      if (known === undefined) places.set(key, [{ recollection, step }]);
      else known.push({ recollection, step });
    }
  return new Map([...places].map(([key, credited]) => [key, qualityOf(credited)]));
}

/** One logged message: a context of which one message was drawn from the policy. */
type Place = { readonly recollection: Recollection; readonly step: number };

function qualityOf(places: readonly Place[]): CreditQuality {
  return { spread: withinContextVariance(places.map(contextOf)), fidelity: fidelityOf(places), steps: places.length };
}

function contextOf({ recollection: { problem, credits, truth }, step }: Place): RecollectedContext {
  return {
    problem,
    weights: Float64Array.of(1),
    credits: [Float64Array.from(credits, (collected) => collected[step]!)],
    truths: Float64Array.of(truth[step]!),
  };
}

function fidelityOf(places: readonly Place[]): number | Undefined {
  const collections = Math.min(...places.map(({ recollection }) => recollection.credits.length));
  const rhos: number[] = [];
  for (let time = 0; time < collections; time++) {
    const { pooled } = fidelity(
      places.map(({ recollection: { problem, credits, truth }, step }) => ({
        problem,
        credits: Float64Array.of(credits[time]![step]!),
        reference: { values: Float64Array.of(truth[step]!), standardErrors: new Float64Array(1) },
      })),
    );
    if (typeof pooled !== 'number') return pooled;
    rhos.push(pooled);
  }
  return mean(rhos);
}

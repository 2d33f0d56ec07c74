import type { Episode, Probes } from '../../harness/contract.ts';
import { mean } from '../../harness/statistics/mean.ts';

/** The logged message of every step and `alternatives` − 1 fresh ones from its context. */
export function siblingsAt({ messages }: Episode, sample: Probes['sample'], alternatives: number): Promise<string[][]> {
  return Promise.all(messages.map(async ({ text }, step) => [text, ...(await sample(step, alternatives - 1))]));
}

/**
 * Mean outcome of every message of every step, each continued afresh from its logged context: the message in place j
 * `counts[j]` times, the logged one included. c3.md §6, mode `context`.
 */
export async function siblingMeans(
  siblings: readonly (readonly string[])[],
  replay: Probes['replay'],
  counts: readonly number[],
): Promise<Float64Array[]> {
  const outcomes = await replay(
    siblings.flatMap((texts, step) => texts.map((message, place) => ({ step, message, count: counts[place]! }))),
  );
  let next = 0;
  return siblings.map((texts) => Float64Array.from(texts, () => mean(outcomes[next++]!)));
}

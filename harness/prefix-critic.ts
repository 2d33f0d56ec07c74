import type { Episode } from './contract.ts';

/** Q̂ of a transcript so far, the message to be valued last. */
export type PrefixCritic = (texts: readonly string[]) => number;

/**
 * The mean outcome of the episodes that begin with the texts, drawn towards the estimate of the texts one shorter as if that
 * had been seen `prior` times more; the mean of all outcomes at the root. It is the table that cross-entropy to the outcome
 * fits, in place of C3's language model; the prior is our interpretation.
 * @param prior above 0
 */
export function trainPrefixCritic(episodes: readonly Episode[], prior: number): PrefixCritic {
  const seen = new Map<string, { sum: number; count: number }>();
  for (const { messages, outcome } of episodes)
    for (let length = 0; length <= messages.length; length++) {
      const key = keyOf(messages.slice(0, length).map(({ text }) => text));
      const { sum, count } = seen.get(key) ?? { sum: 0, count: 0 };
      seen.set(key, { sum: sum + outcome, count: count + 1 });
    }
  const root = seen.get(keyOf([]));
  if (root === undefined) throw new RangeError('a critic needs at least one episode to learn from');
  return (texts) => {
    let value = root.sum / root.count;
    for (let length = 1; length <= texts.length; length++) {
      const known = seen.get(keyOf(texts.slice(0, length)));
      if (known === undefined) break;
      value = (known.sum + prior * value) / (known.count + prior);
    }
    return value;
  };
}

function keyOf(texts: readonly string[]): string {
  return JSON.stringify(texts);
}

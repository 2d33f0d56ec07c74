import type { Episode } from '../../harness/contract.ts';
import { fitRidge } from './ridge.ts';

/** The outcome as a constant, a utility per message, and one per pair of messages where the order is 2; 0 for what was never seen. */
export type InteractionModel = {
  readonly constant: number;
  /** Q_t(m). */
  own(step: number, text: string): number;
  /** What two messages are worth together beyond their own utilities; `earlier` is the smaller step. */
  pair(earlier: number, before: string, step: number, text: string): number;
  /** The predicted outcome of a whole transcript. */
  value(texts: readonly string[]): number;
};

/** Least squares on whole episodes, every utility drawn to 0 as if `prior` episodes had said so. @param prior above 0 */
export function fitInteractions(
  episodes: readonly Pick<Episode, 'messages' | 'outcome'>[],
  order: 1 | 2,
  prior: number,
): InteractionModel {
  const places = new Map<string, number>();
  const placeOf = (key: string) => {
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, places.size);
    return places.size - 1;
  };
  const observations = episodes.map(({ messages, outcome }) => ({
    features: keysOf(
      messages.map(({ text }) => text),
      order,
    ).map(placeOf),
    value: outcome,
  }));
  const { constant, weights } = fitRidge(observations, places.size, prior);
  const weightOf = (key: string) => {
    const place = places.get(key);
    return place === undefined ? 0 : weights[place]!;
  };
  return {
    constant,
    own: (step, text) => weightOf(ownKey(step, text)),
    pair: (earlier, before, step, text) => weightOf(pairKey(earlier, before, step, text)),
    value: (texts) => keysOf(texts, order).reduce((sum, key) => sum + weightOf(key), constant),
  };
}

function keysOf(texts: readonly string[], order: 1 | 2): string[] {
  const own = texts.map((text, step) => ownKey(step, text));
  if (order === 1) return own;
  const pairs = texts.flatMap((text, step) =>
    texts.slice(0, step).map((before, earlier) => pairKey(earlier, before, step, text)),
  );
  return [...own, ...pairs];
}

function ownKey(step: number, text: string): string {
  return JSON.stringify([step, text]);
}

function pairKey(earlier: number, before: string, step: number, text: string): string {
  return JSON.stringify([earlier, before, step, text]);
}

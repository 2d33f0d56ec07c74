import type { Access, Episode } from '../../harness/contract.ts';
import type { SiblingGroup } from './prefix-tree.ts';

/**
 * C3 at every logged context on its own: the logged message and n − 1 fresh ones, `replays` fresh continuations of each, the
 * logged one included. T·n·c further evaluator calls; unbiased given the episode as well. c3.md §6, mode `context`.
 */
export async function siblingGroups(
  { messages }: Episode,
  { sample, replay }: Pick<Access<'sample' | 'replay'>, 'sample' | 'replay'>,
  alternatives: number,
  replays: number,
): Promise<SiblingGroup[]> {
  const siblings = await Promise.all(
    messages.map(async ({ text }, step) => [text, ...(await sample(step, alternatives - 1))]),
  );
  const outcomes = await replay(
    siblings.flatMap((texts, step) => texts.map((message) => ({ step, message, count: replays }))),
  );
  const means = outcomes.map((drawn) => drawn.reduce((sum, outcome) => sum + outcome, 0) / drawn.length);
  return siblings.map((texts, step) => ({
    returns: Float64Array.from(texts, (_, place) => means[step * alternatives + place]!),
  }));
}

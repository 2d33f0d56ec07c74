import { z } from 'zod';
import type { Replay } from '../../harness/contract.ts';
import { defineMethod } from '../../harness/define.ts';
import { centred } from '../../harness/group-baseline.ts';
import { needsCalls } from '../options.ts';

const mostSteps = 16;

/**
 * MAGRPO on all k^T combinations of k messages per step: a message's mean outcome over the combinations it is in, less that
 * of the k messages of its step. What a later step says is drawn once, in the logged context, and held fixed: right where
 * nobody hears the others, our interpretation on chains.
 */
export const magrpoCross = defineMethod({
  id: 'magrpo-cross',
  title: 'MAGRPO, crossed joint actions',
  source: 'MAGRPO, arXiv 2508.04652; from the authors’ code: pool=sum, which is k^(T−1) times the mean',
  targets: ['advantage'],
  needs: ['replay', 'sample'],
  cost: 'kᵀ evaluator calls for k candidates per step, the given episode included',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    k: z.int().min(2).optional().describe('messages per step, the logged one included; as many as the budget allows'),
    pool: z.enum(['mean', 'sum']).default('mean').describe('mean: in units of the outcome; sum: as released'),
  }),
  refuses({ messages }, budget, { k = 2 }) {
    const steps = messages.length;
    if (steps === 0) return 'an episode without messages has nothing to replay';
    if (steps > mostSteps && budget === Number.POSITIVE_INFINITY)
      return `crossing the messages of ${steps} steps needs at least 2^${steps} evaluator calls`;
    return needsCalls(k ** steps, budget);
  },
  async assign({ messages, outcome }, { replay, sample, budget }, { k, pool }) {
    const steps = messages.length;
    const width = k ?? widestWithin(budget.limit, steps);
    const candidates = await Promise.all(
      messages.map(async ({ text }, step) => [text, ...(await sample(step, width - 1))]),
    );
    const joint = combinations(steps, width);
    const others = await replay(joint.slice(1).map((places) => forcing(candidates, places)));
    const outcomes = [outcome, ...others.map(([one]) => one!)];
    const scale = pool === 'sum' ? 1 : width ** (1 - steps);
    return {
      messages: messages.map((_, step) => {
        const sums = new Float64Array(width);
        for (const [index, places] of joint.entries()) sums[places[step]!]! += outcomes[index]!;
        return scale * centred(sums, 'mean')[0]!;
      }),
    };
  },
});

function widestWithin(budget: number, steps: number): number {
  if (budget === Number.POSITIVE_INFINITY) return 2;
  let width = 2;
  while ((width + 1) ** steps <= budget) width++;
  return width;
}

/** Which candidate each step says, in every combination; first the one in which all say their first. */
function combinations(steps: number, width: number): number[][] {
  return Array.from({ length: width ** steps }, (_, index) =>
    Array.from({ length: steps }, (_step, step) => Math.floor(index / width ** step) % width),
  );
}

function forcing(candidates: readonly (readonly string[])[], places: readonly number[]): Replay {
  const texts = candidates.map((candidate, step) => candidate[places[step]!]!);
  const then = Object.fromEntries(texts.slice(1).map((text, place) => [place + 1, text]));
  return { step: 0, message: texts[0]!, then, count: 1 };
}

import { describe, expect, it } from 'vitest';
import { randomOf } from '../../harness/random.ts';
import { mean } from '../../harness/statistics/mean.ts';
import { sampleVariance } from '../../harness/statistics/sample-variance.ts';
import { spearman } from '../../harness/statistics/spearman.ts';
import { isUndefined } from '../../harness/statistics/undefined.ts';
import { c3 } from '../../methods/counterfactual/c3.ts';
import { reasonerActorWorld } from '../../tasks/teams/reasoner-actor.ts';
import { answerOf, freshEpisode, teamOf } from './on.ts';

/** One fresh episode each of 240 random teams, so that every option meets the same contexts. */
const episodes = Array.from({ length: 240 }, (_, k) => {
  const world = reasonerActorWorld(randomOf('sharp', k), { reasoner: 0.2, actor: 0.2 });
  return freshEpisode(teamOf(world), randomOf('sharp episode', k));
});
const truth = episodes.flatMap((one) => [...one.truth().advantage!]);

async function agreement(alternatives: number, replays: number): Promise<{ rank: number; right: number[] }> {
  const options = `mode=context,alternatives=${alternatives},replays=${replays}`;
  const credits: number[] = [];
  for (const [k, episode] of episodes.entries())
    credits.push(
      ...(await answerOf(c3, episode, { options, random: randomOf('sharpen', options, k) })).credit.messages!,
    );
  const rank = spearman(credits, truth);
  if (isUndefined(rank)) throw new Error(rank.reason);
  return { rank, right: credits.map((credit, index) => Number(Math.sign(credit) === Math.sign(truth[index]!))) };
}

/** The mean of paired differences is above 0 by more than 2 standard errors, and so far the rank correlation rose too. */
function expectRise(less: Awaited<ReturnType<typeof agreement>>, more: Awaited<ReturnType<typeof agreement>>): void {
  const gains = more.right.map((right, index) => right - less.right[index]!);
  expect(mean(gains)).toBeGreaterThan(2 * Math.sqrt(sampleVariance(gains) / gains.length));
  const standardError = 1 / Math.sqrt(truth.length);
  expect(more.rank - less.rank).toBeGreaterThan(standardError);
}

describe('c3 against the exact advantage', () => {
  it('gets more signs right and ranks better with more replays', async () => {
    const [one, four, sixteen] = [await agreement(4, 1), await agreement(4, 4), await agreement(4, 16)];
    expectRise(one, four);
    expectRise(four, sixteen);
  });

  it('gets more signs right and ranks better with more alternatives, given enough replays', async () => {
    const [two, eight] = [await agreement(2, 24), await agreement(8, 24)];
    expectRise(two, eight);
  });
});

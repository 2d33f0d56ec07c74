import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Episode } from '../../harness/contract.ts';
import { centred } from '../../harness/group-baseline.ts';
import { trainPrefixCritic } from '../../harness/prefix-critic.ts';
import { randomOf } from '../../harness/random.ts';
import { mean } from '../../harness/statistics/mean.ts';
import { assisted } from '../../methods/counterfactual/assisted.ts';
import { c3 } from '../../methods/counterfactual/c3.ts';
import { c3ValueAssisted } from '../../methods/counterfactual/c3-value-assisted.ts';
import { c3ValueOnly } from '../../methods/counterfactual/c3-value-only.ts';
import { reasonerActorWorld } from '../../tasks/teams/reasoner-actor.ts';
import { expectAgreement, means } from './agreement.ts';
import { meanCredit } from './mean-credit.ts';
import { answerOf, episodeSaying, freshEpisode, teamOf } from './on.ts';
import { oneMessage, unequalMessages } from './one-message.ts';

const world = reasonerActorWorld(randomOf('w', 5), { reasoner: 0.2, actor: 0.2 });
const team = teamOf(world);
const episodes = Array.from({ length: 12 }, (_, k) => freshEpisode(team, randomOf('episode', k)));

const episodeOf = (texts: readonly string[], outcome: number): Episode => ({
  agents: [{ id: 'a', role: 'a' }],
  problem: '',
  messages: texts.map((text) => ({ agent: 0, text })),
  outcome,
  range: [0, 1],
});

describe('trainPrefixCritic', () => {
  const critic = trainPrefixCritic(
    [episodeOf(['x', 'p'], 1), episodeOf(['x', 'q'], 0), episodeOf(['x', 'p'], 1), episodeOf(['y', 'p'], 0)],
    2,
  );

  it('draws the mean of a transcript towards that of the transcript one shorter (by hand)', () => {
    expect(critic([])).toBe(1 / 2);
    expect(critic(['x'])).toBeCloseTo((2 + 2 * (1 / 2)) / (3 + 2), 12);
    expect(critic(['y'])).toBeCloseTo((0 + 2 * (1 / 2)) / (1 + 2), 12);
    expect(critic(['x', 'p'])).toBeCloseTo((2 + 2 * (3 / 5)) / (2 + 2), 12);
  });

  it('falls back on the longest beginning it has seen', () => {
    expect(critic(['z'])).toBe(1 / 2);
    expect(critic(['x', 'r'])).toBe(critic(['x']));
    expect(critic(['z', 'p'])).toBe(1 / 2);
  });

  it('tells texts apart however they are joined', () => {
    const joined = trainPrefixCritic([episodeOf(['a', 'b'], 1), episodeOf(['a,b'], 0)], 1e-9);
    expect(joined(['a', 'b'])).toBeCloseTo(1, 6);
    expect(joined(['a,b'])).toBeCloseTo(0, 6);
  });

  it('comes to the exact value of every message of a team from enough of its episodes', async () => {
    const probes = episodes[0]!.open({ random: randomOf('train'), generated: () => {} });
    const trained = trainPrefixCritic(await probes.rollout!(20000), 1);
    let checked = 0;
    for (const { episode, truth, open } of episodes) {
      const [start] = await open({ random: randomOf('v'), generated: () => {} }).critic!([0]);
      const exact = start! + truth().advantage![0]!;
      expect(Math.abs(trained([episode.messages[0]!.text]) - exact)).toBeLessThan(0.05);
      checked++;
    }
    expect(checked).toBe(12);
  });
});

describe('assisted', () => {
  const numbers = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('sums to α(ΣR − ΣQ̂) over a group', () => {
    fc.assert(
      fc.property(numbers, numbers, share, (returns, estimates, alpha) => {
        const credits = assisted(Float64Array.from(returns), Float64Array.from(estimates), alpha);
        const expected = alpha * 4 * (mean(returns) - mean(estimates));
        expect(credits.reduce((sum, credit) => sum + credit, 0)).toBeCloseTo(expected, 9);
      }),
    );
  });

  it('is leave-one-out at α = 0, and the return less the others’ Q̂ at α = 1 (by hand)', () => {
    const [returns, estimates] = [Float64Array.of(1, 0, 0.5), Float64Array.of(0.2, 0.6, 0.4)];
    expect([...assisted(returns, estimates, 0)]).toEqual([...centred(returns, 'loo')]);
    for (const [member, credit] of [1 - 0.5, 0 - 0.3, 0.5 - 0.4].entries())
      expect(assisted(returns, estimates, 1)[member]).toBeCloseTo(credit, 12);
    expect([...assisted(Float64Array.of(0.7), Float64Array.of(0.1), 1)]).toEqual([0]);
  });
});

describe('c3-value-only', () => {
  it('spends the budget on episodes to learn from and no evaluator call on alternatives', async () => {
    const { spent } = await answerOf(c3ValueOnly, episodes[0]!, { options: 'alternatives=3', budget: 20 });
    expect(spent).toMatchObject({ evaluations: 20, messages: 2 + 19 * 2 + 2 * 2 });
    expect((await answerOf(c3ValueOnly, episodes[0]!, { options: 'training=5' })).spent.evaluations).toBe(6);
    await expect(answerOf(c3ValueOnly, episodes[0]!, { budget: 1 })).rejects.toThrow(
      'needs at least 2 evaluator calls',
    );
  });

  it('is biased as far as its critic has seen too little, and comes to the advantage as it sees more', async () => {
    const example = episodeSaying(oneMessage(unequalMessages), ['m0']);
    const few = await meanCredit(c3ValueOnly, example, { options: 'training=3' });
    expect(Math.abs(few.mean - 0.16)).toBeGreaterThan(4 * few.standardError);
    const many = await meanCredit(c3ValueOnly, example, { options: 'training=300', seeds: 400 });
    expect(Math.abs(many.mean - 0.16)).toBeLessThan(4 * many.standardError);
  });
});

describe('c3-value-assisted', () => {
  it('at α = 0 is c3 on the same tree, number for number, for the same price', async () => {
    for (const episode of episodes) {
      const own = await answerOf(c3ValueAssisted, episode, { options: 'alpha=0,fanout=2x4', budget: 8 });
      expect(own).toEqual(await answerOf(c3, episode, { options: 'fanout=2x4', budget: 8 }));
    }
    const even = await answerOf(c3ValueAssisted, episodes[0]!, { options: 'alpha=0', budget: 16 });
    expect(even).toEqual(await answerOf(c3, episodes[0]!, { budget: 16 }));
  });

  it.each([
    ['', 16],
    ['fanout=2x4', 16],
    ['fanout=2x4,training=8', 16],
    ['training=4', 20],
    ['alpha=0.5', 33],
  ])('spends the whole budget on tree and training: [%s] within %i', async (options, budget) => {
    expect((await answerOf(c3ValueAssisted, episodes[0]!, { options, budget })).spent.evaluations).toBe(budget);
  });

  it.each([
    [0, 0.9 - 0.5],
    [0.5, 0.9 - 0.5 * 0.5 - (0.5 * (0.3 + 1.3 / 3)) / 3],
    [1, 0.9 - (0.3 + 1.3 / 3) / 3],
  ])(
    'takes the other message’s return and Q̂ for the baseline in the shares that α says: %f (by hand)',
    async (alpha, expected) => {
      const said = episodeSaying(oneMessage(unequalMessages), ['m0']);
      const learned = [episodeOf(['m0'], 1), episodeOf(['m1'], 0), episodeOf(['m1'], 0.3)];
      const scripted = {
        ...said,
        open: (opening: Parameters<typeof said.open>[0]) => ({
          ...said.open(opening),
          sample: async () => ['m1'],
          rollout: async () => learned,
        }),
      };
      const options = alpha === 0 ? 'alpha=0,fanout=2' : `alpha=${alpha},fanout=2,training=3`;
      const { credit } = await answerOf(c3ValueAssisted, scripted, { options });
      expect(credit.messages![0]).toBeCloseTo(expected, 12);
    },
  );

  it('without a fan-out gives the tree half of the budget', async () => {
    const { spent } = await answerOf(c3ValueAssisted, episodes[0]!, { budget: 24 });
    expect(spent).toMatchObject({ evaluations: 24, messages: 2 + 8 + 16 * 2 });
  });

  it('has the exact advantage as its mean at α = 0', async () => {
    expectAgreement(await means(world, c3ValueAssisted, 'alpha=0,fanout=2x4', (advantage) => advantage, 1500));
  });

  it.each([
    ['fanout=2x4,training=4', 16, 'fanout 2x4 makes 8 leaves beside 4 training episodes; the budget is 16'],
    ['fanout=2x4', 8, 'needs at least 9 evaluator calls; the budget is 8'],
    ['fanout=2', 8, 'fanout 2 has 1 entry for 2 steps'],
    ['alpha=0,fanout=2x4', 16, 'fanout 2x4 makes 8 leaves; the budget is 16'],
    ['alpha=0,training=4', 16, 'training: goes with alpha above 0'],
    ['', 7, 'needs at least 8 evaluator calls; the budget is 7'],
    ['training=4', 7, 'needs at least 8 evaluator calls; the budget is 7'],
  ])('refuses [%s] within %i', async (options, budget, message) => {
    await expect(answerOf(c3ValueAssisted, episodes[0]!, { options, budget })).rejects.toThrow(message);
  });
});

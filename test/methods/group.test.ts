import { describe, expect, it } from 'vitest';
import { standardised } from '../../harness/group-baseline.ts';
import { randomOf } from '../../harness/random.ts';
import { vineppo } from '../../methods/counterfactual/vineppo.ts';
import { groupMean } from '../../methods/group/group-mean.ts';
import { grpo } from '../../methods/group/grpo.ts';
import { magrpo } from '../../methods/group/magrpo.ts';
import { rloo } from '../../methods/group/rloo.ts';
import { reasonerActorWorld } from '../../tasks/teams/reasoner-actor.ts';
import { answerOf, freshEpisode, teamOf } from './on.ts';

const team = teamOf(reasonerActorWorld(randomOf('group'), { reasoner: 0.2, actor: 0.2 }));
const episodes = Array.from({ length: 30 }, (_, k) => freshEpisode(team, randomOf('episode', k)));

describe('group baselines', () => {
  it('give one number to every message, for k evaluator calls', async () => {
    for (const method of [rloo, groupMean, grpo, magrpo]) {
      const { credit, spent } = await answerOf(method, episodes[0]!, { options: 'k=8' });
      expect(new Set(credit.messages!).size).toBe(1);
      expect(spent).toMatchObject({ evaluations: 8, messages: 16 });
      await expect(answerOf(method, episodes[0]!, { options: 'k=8', budget: 7 })).rejects.toThrow('needs at least 8');
    }
  });

  it.each([2, 4, 8])('group-mean is (k − 1)/k of rloo on the same episodes: k = %i', async (k) => {
    for (const episode of episodes) {
      const of = async (method: typeof rloo) =>
        (await answerOf(method, episode, { options: `k=${k}` })).credit.messages![0]!;
      expect(await of(groupMean)).toBeCloseTo(((k - 1) / k) * (await of(rloo)), 12);
      expect(await of(magrpo)).toBe(await of(groupMean));
    }
  });

  it('magrpo as the C3 authors released it is grpo under their convention', async () => {
    for (const episode of episodes) {
      const z = await answerOf(grpo, episode, { options: 'k=8,std=c3-magrpo' });
      const m = await answerOf(magrpo, episode, { options: 'k=8,std=c3-magrpo' });
      expect(m.credit).toEqual(z.credit);
    }
  });
});

describe('standardised', () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);

  /** Expected credit of a success less that of a failure in a group of 8, by enumeration over the other seven. */
  function gap(p: number): number {
    const size = 8;
    const expected = (own: number) => {
      let sum = 0;
      for (let others = 0; others < size; others++) {
        const chance = choose(size - 1, others) * p ** others * (1 - p) ** (size - 1 - others);
        const returns = Float64Array.from({ length: size }, (_, at) => (at === 0 ? own : at <= others ? 1 : 0));
        sum += chance * standardised(returns, 'verl')[0]!;
      }
      return sum;
    };
    return expected(1) - expected(0);
  }

  it.each([
    [0.5, 1.736],
    [0.75, 1.895],
    [0.9, 2.177],
    [0.99, 2.44],
  ])('has the published scale bias at success rate %f: a gap of %f where the true one is 1', (p, expected) => {
    expect(gap(p)).toBeCloseTo(expected, 3);
  });

  it('is 0 in a tied group', () => {
    for (const convention of ['trl', 'verl', 'c3-magrpo'] as const)
      expect([...standardised(Float64Array.of(1, 1, 1), convention)]).toEqual([0, 0, 0]);
  });

  it('is 0 in a group of one, but the raw reward under verl, which takes its mean for 0 and its deviation for 1', () => {
    expect([...standardised(Float64Array.of(0.7), 'trl')]).toEqual([0]);
    expect([...standardised(Float64Array.of(0.7), 'c3-magrpo')]).toEqual([0]);
    expect(standardised(Float64Array.of(0.7), 'verl')[0]).toBeCloseTo(0.7, 5);
    expect(standardised(Float64Array.of(0.7), 'verl')[0]).toBe(0.7 / (1 + 1e-6));
  });

  it.each([
    [0.5, 0.0078],
    [0.75, 0.1001],
    [0.9, 0.4305],
    [0.99, 0.9227],
  ])('is all 0 in the published share of the groups of 8 at success rate %f: %f', (p, expected) => {
    let silent = 0;
    for (let mask = 0; mask < 256; mask++) {
      const returns = Float64Array.from({ length: 8 }, (_, member) => (mask >> member) & 1);
      const chance = returns.reduce((product, one) => product * (one === 1 ? p : 1 - p), 1);
      if (standardised(returns, 'verl').every((credit) => credit === 0)) silent += chance;
    }
    expect(silent).toBeCloseTo(expected, 4);
  });

  it('differs by its convention', () => {
    const returns = Float64Array.of(1, 0, 0, 1);
    const sd = Math.sqrt(1 / 3);
    expect(standardised(returns, 'trl')[0]).toBeCloseTo(0.5 / (sd + 1e-4), 12);
    expect(standardised(returns, 'verl')[0]).toBeCloseTo(0.5 / (sd + 1e-6), 12);
    expect(standardised(returns, 'c3-magrpo')[0]).toBeCloseTo(0.5 / Math.sqrt(0.25 + 1e-8), 12);
  });
});

describe('vineppo', () => {
  it('spends T·k further evaluator calls and fills the budget it is given', async () => {
    const { spent } = await answerOf(vineppo, episodes[0]!, { options: 'k=9' });
    expect(spent.evaluations).toBe(1 + 2 * 9);
    expect((await answerOf(vineppo, episodes[0]!, { budget: 20 })).spent.evaluations).toBe(19);
  });

  it('sums to the outcome less its value of the start', async () => {
    for (const episode of episodes) {
      const random = randomOf('telescope');
      const { credit } = await answerOf(vineppo, episode, { options: 'k=5', random });
      const [start] = await episode.open({ random: random.stream('task'), generated: () => {} }).replay!([
        { step: 0, count: 5 },
      ]);
      const value = start!.reduce((sum, outcome) => sum + outcome, 0) / 5;
      expect(credit.messages!.reduce((sum, share) => sum + share, 0)).toBeCloseTo(episode.episode.outcome - value, 12);
    }
  });
});

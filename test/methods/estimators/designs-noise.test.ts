import { describe, expect, it } from 'vitest';
import type { Coalitions } from '../../../harness/coalitions.ts';
import type { Instance } from '../../../harness/contract.ts';
import { randomOf } from '../../../harness/random.ts';
import { relayWorld } from '../../../tasks/teams/relay.ts';
import { answerOf, episodeSaying, gameOf, teamOf } from '../on.ts';
import { names, orderSamplers, samplers, truthOf } from './designs-games.ts';
import { meanOverSeeds } from './designs-mean.ts';

const isOrders = (name: string) => orderSamplers.some(([one]) => one === name);

describe('on a team whose worth is sampled', () => {
  const team = teamOf(relayWorld([0.1, 0.2, 0.05]));
  const instance = episodeSaying(team, ['1', '1', '1']);

  it.each(samplers)('%s averages to its exact value over seeds, every draw charged', async (name, method, options) => {
    const truth = truthOf(method, instance);
    for (const budget of isOrders(name) ? [4, 40] : [3, 7, 40]) {
      const { mean, standardError } = await meanOverSeeds(250, 3, async (seed) => {
        const random = randomOf('sampled', seed);
        // The given outcome is a draw of v(N) too, so the episode is drawn anew with every seed.
        const drawn = { ...instance, episode: { ...instance.episode, outcome: random.float() < 179 / 250 ? 1 : 0 } };
        const { credit, spent } = await answerOf(method, drawn, { options, budget, random });
        expect(spent.evaluations).toBeLessThanOrEqual(budget);
        // 8 coalitions in all: more calls than that are repeats, and none of them is free.
        if (budget === 40) expect(spent.evaluations).toBeGreaterThan(30);
        return credit.agents!;
      });
      for (const [agent, value] of truth.entries())
        expect(Math.abs(mean[agent]! - value), `agent ${agent}, ${budget}`).toBeLessThanOrEqual(
          4 * standardError[agent]!,
        );
    }
  });

  it.each(samplers)('%s answers for one agent and for two', async (_name, method, options) => {
    for (const agents of [1, 2])
      for (const budget of [3, 4, 5, 11]) {
        const noisy: Instance = { ...gameOf({ agents: names(agents), form: 'parity' }), noise: 'sampled' };
        const { credit, spent } = await answerOf(method, noisy, { options, budget });
        expect(credit.agents!.every(Number.isFinite)).toBe(true);
        expect(spent.evaluations).toBeLessThanOrEqual(budget);
      }
  });
});

describe('on noise alone', () => {
  /** v(S) is a fair coin for every S but the given outcome is drawn too. */
  const coin = (seed: number, seen: (coalitions: Coalitions, worths: Float64Array) => void): Instance => {
    const base = gameOf({ agents: names(5), form: 'parity' });
    const random = randomOf('coin', seed);
    return {
      ...base,
      noise: 'sampled',
      episode: { ...base.episode, outcome: random.below(2) },
      open: () => ({
        worth: async (coalitions) => {
          const worths = Float64Array.from({ length: coalitions.count }, () => random.below(2));
          seen(coalitions, worths);
          return worths;
        },
      }),
    };
  };

  it.each(samplers)('%s is 0 on average', async (_name, method, options) => {
    const { mean, standardError } = await meanOverSeeds(300, 5, async (seed) => {
      const { credit } = await answerOf(
        method,
        coin(seed, () => {}),
        { options, budget: 50, random: randomOf('n', seed) },
      );
      return credit.agents!;
    });
    for (const agent of mean.keys()) {
      expect(Math.abs(mean[agent]!)).toBeLessThan(4 * standardError[agent]!);
      expect(standardError[agent]).toBeLessThan(0.05);
    }
  });

  it.each(samplers.filter(([, method]) => method.laws.efficiency === 'always'))(
    '%s conserves the mean draws of v(N) and v(∅) that it used',
    async (_name, method, options) => {
      for (let seed = 0; seed < 20; seed++) {
        const ends = { empty: [] as number[], grand: [] as number[] };
        const instance = coin(seed, ({ count, words }, worths) => {
          for (let row = 0; row < count; row++) {
            if (words[row] === 0) ends.empty.push(worths[row]!);
            if (words[row] === 31) ends.grand.push(worths[row]!);
          }
        });
        const { credit } = await answerOf(method, instance, { options, budget: 400, random: randomOf('ends', seed) });
        const meanOf = (draws: readonly number[]) => draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
        const total = meanOf([...ends.grand, instance.episode.outcome]) - meanOf(ends.empty);
        expect(credit.agents!.reduce((sum, value) => sum + value, 0)).toBeCloseTo(total, 12);
        expect(ends.empty.length).toBeGreaterThanOrEqual(20);
      }
    },
  );
});

import { describe, expect, it } from 'vitest';
import type { Coalitions } from '../../harness/coalitions.ts';
import type { Instance } from '../../harness/contract.ts';
import { randomOf } from '../../harness/random.ts';
import { mean } from '../../harness/statistics/mean.ts';
import { sampleVariance } from '../../harness/statistics/sample-variance.ts';
import { agentRemoval } from '../../methods/removal/agent-removal.ts';
import { ccpo } from '../../methods/removal/ccpo.ts';
import { leaveOneOut } from '../../methods/semivalue/leave-one-out.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { dyad } from './dyad.ts';
import { answerOf, episodeSaying, freshEpisode, gameOf, teamOf } from './on.ts';

const relay = episodeSaying(teamOf(relayWorld([0.1, 0.2, 0.05])), ['1', '0', '0']);

describe('agent-removal', () => {
  it('is leave-one-out on a game, for as many evaluator calls', async () => {
    const game = gameOf({ agents: ['a', 'b', 'c'], form: 'table', values: [1, 2, 2, 3, 3, 4, 4, 7] });
    for (const options of ['', 'solos=5'])
      expect(await answerOf(agentRemoval, game, { options, budget: 4 })).toEqual(
        await answerOf(leaveOneOut, game, { budget: 4 }),
      );
  });

  it('has leave-one-out as its mean over episodes of a sampled team', async () => {
    const credits: Float64Array[] = [];
    for (let k = 0; k < 3000; k++) {
      const instance = freshEpisode(dyad, randomOf('removal', k));
      credits.push(
        (await answerOf(agentRemoval, instance, { options: 'solos=2', random: randomOf('runs', k) })).credit.agents!,
      );
    }
    const truth = freshEpisode(dyad, randomOf('x')).truth().removal!;
    expect([...truth].map((value) => Number(value.toFixed(12)))).toEqual([13 / 50, 14 / 25]);
    for (const [agent, expected] of truth.entries()) {
      const own = credits.map((credit) => credit[agent]!);
      expect(Math.abs(mean(own) - expected)).toBeLessThan(4 * Math.sqrt(sampleVariance(own) / own.length));
    }
  });

  it('is the advantage plus 13/50 on every message of the reasoner, whichever it said', async () => {
    const byMessage = new Map<string, { credits: number[]; advantage: number }>();
    for (let k = 0; k < 4000; k++) {
      const instance = freshEpisode(dyad, randomOf('offset', k));
      const { credit } = await answerOf(agentRemoval, instance, { options: 'solos=2', random: randomOf('solo', k) });
      const { text } = instance.episode.messages[0]!;
      const known = byMessage.get(text) ?? { credits: [], advantage: instance.truth().advantage![0]! };
      known.credits.push(credit.messages![0]!);
      byMessage.set(text, known);
    }
    expect(byMessage.size).toBe(3);
    for (const { credits, advantage } of byMessage.values()) {
      const standardError = Math.sqrt(sampleVariance(credits) / credits.length);
      expect(Math.abs(mean(credits) - (advantage + 13 / 50))).toBeLessThan(4 * standardError);
      expect(13 / 50).toBeGreaterThan(4 * standardError);
    }
  });

  it('gives an agent’s number to each of its messages, and spends solos runs per agent', async () => {
    const { credit, spent } = await answerOf(agentRemoval, relay, { options: 'solos=3' });
    expect([...credit.messages!]).toEqual([...credit.agents!]);
    expect(spent.evaluations).toBe(1 + 3 * 3);
    expect((await answerOf(agentRemoval, relay, { budget: 12 })).spent.evaluations).toBe(10);
    await expect(answerOf(agentRemoval, relay, { options: 'solos=3', budget: 9 })).rejects.toThrow('needs at least 10');
  });
});

describe('ccpo', () => {
  /** The dyad with what runs without the thinker come to. */
  const scripted = (outcome: number, solos: readonly number[]): Instance => {
    const instance = episodeSaying(dyad, ['first', outcome === 1 ? 'right' : 'wrong']);
    return {
      ...instance,
      open: () => ({
        worth: async ({ count, words }: Coalitions) => {
          expect([...words]).toEqual(new Array<number>(count).fill(0b10));
          return Float64Array.from(solos);
        },
      }),
    };
  };

  it.each([
    ['verdict', 1, [0, 0, 1, 0], 1.2],
    ['verdict', 1, [1, 1, 1, 0], 1],
    ['verdict', 0, [1, 1, 1, 0], -1.2],
    ['verdict', 0, [0, 0, 1, 0], -1],
    ['verdict', 1, [1, 0, 1, 0], 1.2],
    ['margin', 1, [0, 0, 1, 0], 1.15],
    ['margin', 0, [1, 1, 1, 0], -1.15],
    ['margin', 1, [1, 1, 1, 1], 1],
  ])(
    'gives the solver ±1 and the thinker its help on top: %s, outcome %i, alone %j',
    async (recipe, outcome, solos, thinker) => {
      const { credit } = await answerOf(ccpo, scripted(outcome, solos), { options: `recipe=${recipe},solos=4` });
      expect(credit.agents![1]).toBe(2 * outcome - 1);
      expect(credit.agents![0]).toBeCloseTo(thinker, 12);
      expect([...credit.messages!]).toEqual([...credit.agents!]);
    },
  );

  it('spends its solo runs and one call for the episode', async () => {
    const instance = episodeSaying(dyad, ['first', 'right']);
    expect((await answerOf(ccpo, instance, { options: 'solos=7' })).spent.evaluations).toBe(8);
    expect((await answerOf(ccpo, instance, { budget: 20 })).spent.evaluations).toBe(20);
  });

  it('refuses what has no thinker and solver', async () => {
    await expect(answerOf(ccpo, relay)).rejects.toThrow('is for a thinker and a solver; the team has 3 agents');
    const game = gameOf({ agents: ['a', 'b'], form: 'table', values: [0, 0, 0, 1] });
    await expect(answerOf(ccpo, game)).rejects.toThrow('an episode without messages has no solver');
  });
});

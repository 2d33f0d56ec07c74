import { describe, expect, it } from 'vitest';
import { randomOf } from '../../harness/random.ts';
import { constantStep } from '../../methods/baseline/constant-step.ts';
import { lastSpeaker } from '../../methods/baseline/last-speaker.ts';
import { oracle } from '../../methods/baseline/oracle.ts';
import { random } from '../../methods/baseline/random.ts';
import { shuffledTruth } from '../../methods/baseline/shuffled-truth.ts';
import { uniform } from '../../methods/baseline/uniform.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { answerOf, episodeSaying, gameOf, teamOf } from './on.ts';

const game = gameOf({ agents: ['a', 'b', 'c'], form: 'table', values: [1, 2, 2, 3, 3, 4, 4, 7] });
const relay = episodeSaying(teamOf(relayWorld([0.1, 0.2, 0.05])), ['1', '0', '0']);
const logOnly = { ...relay, open: () => ({}) };

describe('uniform', () => {
  it('shares v(N) − v(∅) equally, for two evaluator calls', async () => {
    const { credit, spent } = await answerOf(uniform, game);
    expect([...credit.agents!]).toEqual([2, 2, 2]);
    expect(spent.evaluations).toBe(2);
  });

  it('shares the outcome where no coalition can be asked', async () => {
    const succeeded = { ...logOnly, episode: { ...logOnly.episode, outcome: 1 } };
    const { credit } = await answerOf(uniform, succeeded);
    expect([...credit.agents!]).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect([...credit.messages!]).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });

  it('needs two evaluator calls', async () => {
    await expect(answerOf(uniform, game, { budget: 1 })).rejects.toThrow(
      'needs at least 2 evaluator calls; the budget is 1',
    );
  });
});

describe('random', () => {
  it('shares the same total, differently with every seed', async () => {
    const [one, two] = await Promise.all([1, 2].map((seed) => answerOf(random, game, { random: randomOf(seed) })));
    expect(one!.credit.agents!.reduce((sum, share) => sum + share, 0)).toBeCloseTo(6, 12);
    expect(one!.credit.agents).not.toEqual(two!.credit.agents);
  });

  it('blames every step equally often', async () => {
    const counts = [0, 0, 0];
    for (let seed = 0; seed < 600; seed++)
      counts[(await answerOf(random, logOnly, { random: randomOf(seed) })).credit.firstError!]!++;
    for (const count of counts) expect(Math.abs(count - 200)).toBeLessThan(4 * Math.sqrt(600 * (2 / 9)));
  });
});

describe('last-speaker', () => {
  it('gives everything to the last speaker and blames the last step', async () => {
    const { credit } = await answerOf(lastSpeaker, { ...logOnly, episode: { ...logOnly.episode, outcome: 0.5 } });
    expect(credit).toEqual({
      agents: Float64Array.of(0, 0, 0.5),
      messages: Float64Array.of(0, 0, 0.5),
      firstError: 2,
    });
    await expect(answerOf(lastSpeaker, game)).rejects.toThrow('an episode without messages has no last speaker');
  });
});

describe('constant-step', () => {
  it('blames its step, and nobody where the episode is too short', async () => {
    expect((await answerOf(constantStep, relay)).credit).toEqual({ firstError: 1 });
    expect((await answerOf(constantStep, relay, { options: 'k=0' })).credit).toEqual({ firstError: 0 });
    expect((await answerOf(constantStep, relay, { options: 'k=3' })).credit).toEqual({ firstError: null });
  });
});

describe('oracle and shuffled-truth', () => {
  it('give the truth, and the truth in other places', async () => {
    const { credit } = await answerOf(oracle, relay);
    const truth = relay.truth();
    expect(credit).toEqual({ agents: truth.shapley, messages: truth.advantage, firstError: 1, firstErrorAgent: 1 });
    const shuffled = (await answerOf(shuffledTruth, relay, { random: randomOf(4) })).credit;
    expect([...shuffled.agents!].toSorted()).toEqual([...truth.shapley!].toSorted());
    expect(shuffled.agents).not.toEqual(truth.shapley);
  });

  it('hand out copies', async () => {
    const { credit } = await answerOf(oracle, relay);
    credit.agents![0] = 99;
    expect(relay.truth().shapley![0]).not.toBe(99);
  });
});

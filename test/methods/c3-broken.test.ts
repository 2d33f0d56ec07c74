import { describe, expect, it } from 'vitest';
import { randomOf } from '../../harness/random.ts';
import { c3 } from '../../methods/counterfactual/c3.ts';
import { c3Adaptive } from '../../methods/counterfactual/c3-adaptive.ts';
import { c3Tempered, tempered } from '../../methods/counterfactual/c3-tempered.ts';
import { c3Unique } from '../../methods/counterfactual/c3-unique.ts';
import { drawMessage } from '../../methods/counterfactual/draw-message.ts';
import { type MeanCredit, meanCredit } from './mean-credit.ts';
import { answerOf, episodeSaying } from './on.ts';
import { oneMessage, unequalMessages } from './one-message.ts';

const team = oneMessage(unequalMessages);
const said = unequalMessages.map((_, index) => episodeSaying(team, [`m${index}`]));
const advantages = [0.16, -0.24, -0.64];

const expectMean = ({ mean, standardError }: MeanCredit, truth: number) =>
  expect(Math.abs(mean - truth)).toBeLessThan(4 * standardError);
const expectBias = ({ mean, standardError }: MeanCredit, truth: number) =>
  expect(Math.abs(mean - truth)).toBeGreaterThan(4 * standardError);

describe('c3 on the example of three unequal messages', () => {
  it.each([0, 1, 2])('has the exact advantage as its mean (message %i)', async (index) => {
    expect(said[index]!.truth().advantage![0]).toBeCloseTo(advantages[index]!, 12);
    expectMean(
      await meanCredit(c3, said[index]!, { options: 'mode=context,alternatives=3,replays=1' }),
      advantages[index]!,
    );
  });
});

describe('c3-unique', () => {
  it.each([
    [0, 0.6],
    [1, 0],
    [2, -0.6],
  ])('gives message %i exactly %f once all three messages are found', async (index, expected) => {
    for (let seed = 0; seed < 30; seed++) {
      const options = 'alternatives=3,replays=1,redraws=1000';
      const { credit } = await answerOf(c3Unique, said[index]!, { options, random: randomOf('unique', seed) });
      expect(credit.messages![0]).toBeCloseTo(expected, 12);
    }
  });

  it.each([0, 1])(
    'is measurably biased with the 30 redraws of the authors’ analysis code (message %i)',
    async (index) => {
      expectBias(await meanCredit(c3Unique, said[index]!, { options: 'alternatives=3,replays=1' }), advantages[index]!);
    },
  );

  it('leaves out what stays a duplicate, and gives 0 where nothing else can be said', async () => {
    const silent = oneMessage([
      { chance: 1, score: 0.9 },
      { chance: 0, score: 0.1 },
    ]);
    const { credit, spent } = await answerOf(c3Unique, episodeSaying(silent, ['m0']), { options: 'replays=1' });
    expect([...credit.messages!]).toEqual([0]);
    expect(spent).toMatchObject({ evaluations: 2, messages: 1 + 3 * 31 });
  });
});

describe('c3-tempered', () => {
  const weights = unequalMessages.map(({ chance }) => Math.sqrt(chance));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const value = unequalMessages.reduce((sum, { score }, index) => sum + (weights[index]! / total) * score, 0);

  it.each([0, 1, 2])(
    'has Q less the value of the tempered policy as its mean, not the advantage (message %i)',
    async (index) => {
      const found = await meanCredit(c3Tempered, said[index]!, { options: 'alternatives=3,replays=1' });
      expectMean(found, unequalMessages[index]!.score - value);
      expectBias(found, advantages[index]!);
    },
  );

  it('is unbiased at temperature 1', async () => {
    const options = 'alternatives=3,replays=1,temperature=1';
    expectMean(await meanCredit(c3Tempered, said[0]!, { options }), advantages[0]!);
  });

  it('raises chances to 1/temperature, at any temperature', () => {
    const policy = [
      { message: 'a', probability: 0.8 },
      { message: 'b', probability: 0.2 },
      { message: 'c', probability: 0 },
    ];
    expect(tempered(policy, 2).map(({ probability }) => probability)).toEqual([1, Math.sqrt(0.2 / 0.8), 0]);
    expect(tempered(policy, 0.001).map(({ probability }) => probability)).toEqual([1, 0, 0]);
  });

  it('draws messages by their weight', () => {
    const weighed = [
      { message: 'never', probability: 0 },
      { message: 'a', probability: 3 },
      { message: 'b', probability: 1 },
    ];
    const random = randomOf('weights');
    const draws = Array.from({ length: 4000 }, () => drawMessage(weighed, random));
    expect(draws).not.toContain('never');
    const share = draws.filter((message) => message === 'a').length / draws.length;
    expect(Math.abs(share - 0.75)).toBeLessThan(4 * Math.sqrt(0.1875 / draws.length));
    expect(() => drawMessage(weighed.slice(0, 1), random)).toThrow('no message has a chance above 0');
  });
});

describe('c3-adaptive', () => {
  const rates = [0.9, 0.2];
  const coins = oneMessage(
    rates.map((score) => ({ chance: 0.5, score })),
    'bernoulli',
  );
  /** Mean outcome of at most four replays that stop at the first success: 1/k where the k-th succeeds, else 0. */
  const seeming = (rate: number) =>
    [1, 2, 3, 4].reduce((sum, replay) => sum + (rate * (1 - rate) ** (replay - 1)) / replay, 0);

  it('makes messages look better than they are: measurably biased, by the amount that enumeration says', async () => {
    const found = await meanCredit(c3Adaptive, episodeSaying(coins, ['m0']), {
      options: 'alternatives=2,replays=4',
      seeds: 4000,
    });
    expectMean(found, (seeming(rates[0]!) - seeming(rates[1]!)) / 2);
    expectBias(found, (rates[0]! - rates[1]!) / 2);
    const fixed = await meanCredit(c3, episodeSaying(coins, ['m0']), {
      options: 'mode=context,alternatives=2,replays=4',
    });
    expectMean(fixed, (rates[0]! - rates[1]!) / 2);
  });

  it('spends less than its full rounds where messages succeed early, and never more', async () => {
    const sure = oneMessage([{ chance: 1, score: 1 }]);
    const { spent } = await answerOf(c3Adaptive, episodeSaying(sure, ['m0']), { options: 'alternatives=4,replays=5' });
    expect(spent.evaluations).toBe(1 + 4);
    const hopeless = oneMessage([{ chance: 1, score: 0 }]);
    const all = await answerOf(c3Adaptive, episodeSaying(hopeless, ['m0']), { options: 'alternatives=4,replays=5' });
    expect(all.spent.evaluations).toBe(1 + 4 * 5);
  });

  it('weighs the others by how often they were replayed, given what came out', async () => {
    const instance = episodeSaying(coins, ['m0']);
    const script: Record<string, number[]> = { m0: [0, 1], x: [1], y: [0, 0, 0] };
    const scripted = {
      ...instance,
      open: () => ({
        sample: async () => ['x', 'y'],
        replay: async (requests: readonly { message?: string }[]) =>
          requests.map(({ message }) => Float64Array.of(script[message!]!.shift()!)),
      }),
    };
    const { credit } = await answerOf(c3Adaptive, scripted, { options: 'alternatives=3,replays=3' });
    expect(credit.messages![0]).toBeCloseTo(1 / 2 - (1 * 1 + 3 * 0) / 4, 12);
  });
});

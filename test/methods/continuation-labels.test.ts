import { describe, expect, it } from 'vitest';
import { randomOf } from '../../harness/random.ts';
import { mathShepherdHard } from '../../methods/counterfactual/math-shepherd-hard.ts';
import { mathShepherdSoft } from '../../methods/counterfactual/math-shepherd-soft.ts';
import { mathShepherdSoftDifference } from '../../methods/counterfactual/math-shepherd-soft-difference.ts';
import { vineppo } from '../../methods/counterfactual/vineppo.ts';
import { reasonerActorWorld } from '../../tasks/teams/reasoner-actor.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { expectAgreement, means } from './agreement.ts';
import { meanCredit } from './mean-credit.ts';
import { answerOf, episodeSaying, teamOf } from './on.ts';
import { oneMessage } from './one-message.ts';

const relay = episodeSaying(teamOf(relayWorld([0.1, 0.2, 0.05])), ['1', '0', '0']);
/** P(success) after each message: 0.77 after a right first one, 0.05 after the flip, 0 at the end. */
const chances = [0.77, 0.05, 0];

describe('math-shepherd-hard', () => {
  it.each([
    [0.05, 4, 0.185],
    [0.05, 8, 0.337],
    [0.05, 16, 0.56],
    [0.1, 4, 0.344],
    [0.1, 8, 0.57],
    [0.1, 16, 0.815],
  ])('targets 1 − (1 − p)ⁿ, not p: p = %f, n = %i gives %f', async (p, n, published) => {
    expect(1 - (1 - p) ** n).toBeCloseTo(published, 3);
    const coin = episodeSaying(oneMessage([{ chance: 1, score: p }], 'bernoulli'), ['m0']);
    const { mean, standardError } = await meanCredit(mathShepherdHard, coin, { options: `n=${n}`, seeds: 1500 });
    expect(Math.abs(mean - published)).toBeLessThan(4 * standardError + 5e-4);
  });
});

describe('math-shepherd-soft', () => {
  it.each([0, 1, 2])('has P(success | h, m) as its mean (message %i)', async (step) => {
    const { mean, standardError } = await meanCredit(mathShepherdSoft, relay, { options: 'n=4', step });
    expect(Math.abs(mean - chances[step]!)).toBeLessThanOrEqual(4 * standardError);
  });

  it('is 0 or 1 exactly where its hard label is', async () => {
    for (let seed = 0; seed < 50; seed++) {
      const random = randomOf('labels', seed);
      const [soft, hard] = await Promise.all(
        [mathShepherdSoft, mathShepherdHard].map((method) => answerOf(method, relay, { options: 'n=6', random })),
      );
      const expected = [...soft!.credit.messages!].map((share) => Number(share > 0));
      expect([...hard!.credit.messages!]).toEqual(expected);
    }
  });

  it('spends n continuations per message and fills the budget it is given', async () => {
    expect((await answerOf(mathShepherdSoft, relay, { options: 'n=4' })).spent.evaluations).toBe(1 + 3 * 4);
    expect((await answerOf(mathShepherdSoft, relay, { budget: 18 })).spent.evaluations).toBe(16);
    await expect(answerOf(mathShepherdSoft, relay, { budget: 3 })).rejects.toThrow('needs at least 4 evaluator calls');
  });

  it('counts outcomes of at least theta', async () => {
    const half = episodeSaying(oneMessage([{ chance: 1, score: 0.5 }]), ['m0']);
    expect([...(await answerOf(mathShepherdSoft, half)).credit.messages!]).toEqual([0]);
    expect([...(await answerOf(mathShepherdSoft, half, { options: 'theta=0.5' })).credit.messages!]).toEqual([1]);
  });
});

describe('math-shepherd-soft-difference', () => {
  it.each([
    ['coin-flip outcomes', reasonerActorWorld(randomOf('w', 5), { reasoner: 0.2, actor: 0.2 })],
    ['a relay of three', relayWorld([0.3, 0.2, 0.4])],
  ])('has the exact advantage as its mean on %s', async (_name, world) => {
    expectAgreement(await means(world, mathShepherdSoftDifference, 'n=3', (advantage) => advantage, 2000));
  });

  it('is the first difference of the soft labels, and starts from n fresh episodes', async () => {
    const random = randomOf('differences');
    const soft = await answerOf(mathShepherdSoft, relay, { options: 'n=8', random });
    const { credit, spent } = await answerOf(mathShepherdSoftDifference, relay, { options: 'n=8', random });
    const values = soft.credit.messages!;
    expect(credit.messages![1]).toBeCloseTo(values[1]! - values[0]!, 12);
    expect(credit.messages![2]).toBeCloseTo(values[2]! - values[1]!, 12);
    expect(spent.evaluations).toBe(1 + 4 * 8);
  });
});

describe('vineppo', () => {
  it('shares V̂ between neighbours: p(1 − p)/k in each variance, and its negative between them', async () => {
    const k = 4;
    const pairs: [number, number][] = [];
    for (let seed = 0; seed < 3000; seed++) {
      const { credit } = await answerOf(vineppo, relay, { options: `k=${k}`, random: randomOf('vine', seed) });
      pairs.push([credit.messages![0]!, credit.messages![1]!]);
    }
    const centre = [0, 1].map((place) => pairs.reduce((sum, pair) => sum + pair[place]!, 0) / pairs.length);
    const covariance = pairs.reduce((sum, [a, b]) => sum + (a - centre[0]!) * (b - centre[1]!), 0) / pairs.length;
    const shared = (0.77 * 0.23) / k;
    expect(Math.abs(covariance + shared)).toBeLessThan(4 * shared * Math.sqrt(4 / pairs.length));
    const variance = pairs.reduce((sum, [a]) => sum + (a - centre[0]!) ** 2, 0) / pairs.length;
    const exact = (0.716 * 0.284) / k + shared;
    expect(Math.abs(variance / exact - 1)).toBeLessThan(4 * Math.sqrt(2 / pairs.length));
  });
});

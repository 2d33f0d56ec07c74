import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instance } from '../../harness/contract.ts';
import { randomOf } from '../../harness/random.ts';
import { mean } from '../../harness/statistics/mean.ts';
import { sampleVariance } from '../../harness/statistics/sample-variance.ts';
import { cocoa } from '../../methods/redistribution/cocoa.ts';
import { meanContribution } from '../../methods/redistribution/contribution.ts';
import { hcaReturn } from '../../methods/redistribution/hca-return.ts';
import { hcaState } from '../../methods/redistribution/hca-state.ts';
import { liftOf, type Meeting } from '../../methods/redistribution/hindsight.ts';
import { outcomeBin } from '../../methods/redistribution/outcome-bin.ts';
import { dyad } from './dyad.ts';
import { copies, withRollouts } from './known-rollouts.ts';
import { answerOf, episodeSaying } from './on.ts';

const firsts = ['first', 'second', 'third'] as const;
const chance = { first: 0.4, second: 0.4, third: 0.2 };
const right = { first: 0.8, second: 0.5, third: 0.2 };
/** 50 episodes of the dyad, each ending as often as its probability says, so that counting them is exact. */
const fifty = firsts.flatMap((message) => {
  const count = Math.round(50 * chance[message]);
  const successes = Math.round(count * right[message]);
  const instance = episodeSaying(dyad, [message, 'right']);
  return [
    ...copies(instance, [message, 'right'], 1, successes),
    ...copies(instance, [message, 'wrong'], 0, count - successes),
  ];
});
const exact = 'training=50,prior=0.000000000001';
const creditOn = async (method: typeof cocoa, said: readonly string[], options = '') => {
  const { credit } = await answerOf(method, withRollouts(episodeSaying(dyad, said), fifty), {
    options: [exact, options].filter((part) => part !== '').join(),
  });
  return credit.messages!;
};

describe('on the worked dyad with an exact h', () => {
  it.each([
    ['first', 3 / 10, 9 / 625],
    ['second', -3 / 25, 9 / 2500],
    ['third', -9 / 5, 324 / 625],
  ] as const)(
    'hca-return gives "%s" %f for a success, 0 for a failure, so variance %f',
    async (said, credit, variance) => {
      const success = (await creditOn(hcaReturn, [said, 'right']))[0]!;
      expect(success).toBeCloseTo(credit, 9);
      expect((await creditOn(hcaReturn, [said, 'wrong']))[0]).toBeCloseTo(0, 12);
      expect(success ** 2 * right[said] * (1 - right[said])).toBeCloseTo(variance, 9);
    },
  );

  it.each([
    ['first', 3 / 7, 198 / 4375],
    ['second', -3 / 28, 99 / 35000],
    ['third', -9 / 14, 891 / 8750],
  ] as const)('cocoa gives "%s" the contribution %f to a success, of variance %f', async (said, weight, variance) => {
    const found = (await creditOn(cocoa, [said, 'right'], 'over=logged'))[0]!;
    expect(found).toBeCloseTo(weight, 9);
    expect(found ** 2 * (14 / 25) * (11 / 25)).toBeCloseTo(variance, 9);
    expect((await creditOn(cocoa, [said, 'wrong'], 'over=logged'))[0]).toBeCloseTo(0, 12);
    expect((await creditOn(hcaState, [said, 'right'], 'over=logged,state=last'))[0]).toBeCloseTo(weight, 9);
  });

  it.each([
    ['cocoa', cocoa, ''],
    ['hca-state', hcaState, ''],
    ['hca-state of the last message', hcaState, 'state=last'],
  ] as const)(
    '%s over all that is said in the context is the advantage of every message',
    async (_name, method, options) => {
      for (const [index, advantage] of [6 / 25, -3 / 50, -9 / 25].entries()) {
        const said = [firsts[index]!, 'right'] as const;
        const credit = await creditOn(method, said, options);
        expect(credit[0]).toBeCloseTo(advantage, 9);
        expect(credit[1]).toBeCloseTo(1 - right[said[0]], 9);
      }
    },
  );

  it('the transcript as the state names the message: 1/π − 1 of the outcome for it', async () => {
    expect((await creditOn(hcaState, ['third', 'right'], 'over=logged'))[0]).toBeCloseTo(4, 12);
  });
});

describe('an exact h', () => {
  const table = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 4,
  });
  const outcomes = [-2, 0.5, 3];

  it('makes the mean contribution, and the mean return credit where all outcomes can follow, the advantage', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const meetings: Meeting[] = counts.flatMap((row, message) =>
          row.flatMap((count, end) =>
            Array.from({ length: count }, () => ({
              message: String(message),
              evidence: String(end),
              outcome: outcomes[end]!,
            })),
          ),
        );
        const total = meetings.length;
        const value = meetings.reduce((sum, { outcome }) => sum + outcome, 0) / total;
        for (const [message, row] of counts.entries()) {
          const times = row.reduce((sum, count) => sum + count, 0);
          if (times === 0) continue;
          const advantage = row.reduce((sum, count, end) => sum + count * outcomes[end]!, 0) / times - value;
          const lift = liftOf(meetings, String(message), times / total, 1e-12);
          expect(meanContribution(meetings, ({ evidence }) => lift(evidence))).toBeCloseTo(advantage, 8);
          if (row.includes(0)) continue;
          const onReturns = row.reduce(
            (sum, count, end) => sum + (count / times) * (1 - 1 / lift(String(end))) * outcomes[end]!,
            0,
          );
          expect(onReturns).toBeCloseTo(advantage, 8);
        }
      }),
    );
  });
});

describe('a counted h', () => {
  const meeting = (message: string, evidence: string): Meeting => ({ message, evidence, outcome: 1 });

  it('counts the policy as so many meetings more, and is the policy where nothing was seen', () => {
    const lift = liftOf([meeting('m', 'x'), meeting('m', 'x'), meeting('n', 'x')], 'm', 0.4, 2);
    expect(lift('x') * 0.4).toBeCloseTo((2 + 2 * 0.4) / (3 + 2), 12);
    expect(lift('y')).toBe(1);
  });

  it('of a message that the policy never says is lifted by the prior alone; such a message in an episode is an error', () => {
    expect(liftOf([meeting('n', 'x')], 'm', 0, 1)('x')).toBe(1 / 2);
    expect(() => liftOf([meeting('m', 'x')], 'm', 0, 1)).toThrow('which the policy never says');
  });

  it('tells outcomes apart by equal parts of the range', () => {
    const of = (outcome: number, parts?: number) => outcomeBin({ ...fifty[0]!, range: [-1, 1], outcome }, parts);
    expect([-1, -0.5, 0, 0.99, 1].map((outcome) => of(outcome, 4))).toEqual(['0', '1', '2', '3', '3']);
    expect([of(0.1), of(0.2)]).toEqual(['0.1', '0.2']);
  });

  /** The dyad of one seed, its fresh episodes drawn from the true distribution. */
  const drawnDyad = (said: readonly string[], seed: number): Instance => {
    const random = randomOf('fresh', said[0]!, seed);
    return {
      ...episodeSaying(dyad, said),
      open: (opening) => ({
        ...episodeSaying(dyad, said).open(opening),
        rollout: async (count) => Array.from({ length: count }, () => fifty[random.below(50)]!),
      }),
    };
  };

  it.each([
    ['cocoa', cocoa, '', 100, 300],
    ['hca-state', hcaState, '', 100, 300],
    ['hca-state of the last message', hcaState, 'state=last', 100, 300],
    ['hca-return', hcaReturn, '', 1500, 100],
  ] as const)(
    'with prior 0.05 has the advantage of each message as the mean of %s',
    async (_name, method, more, training, seeds) => {
      const options = [`training=${training},prior=0.05`, more].filter((part) => part !== '').join();
      for (const [index, advantage] of [6 / 25, -3 / 50, -9 / 25].entries()) {
        const said = firsts[index]!;
        const credits: number[] = [];
        for (let seed = 0; seed < seeds; seed++) {
          const { credit } = await answerOf(method, drawnDyad([said, 'right'], seed), { options });
          // Only the return form depends on the given outcome, and it gives 0 to a failure.
          credits.push(credit.messages![0]! * (method === hcaReturn ? right[said] : 1));
        }
        const standardError = Math.sqrt(sampleVariance(credits) / seeds);
        expect(Math.abs(mean(credits) - advantage)).toBeLessThan(4 * standardError);
        expect(standardError).toBeLessThan(0.02);
      }
    },
  );
});

describe('hindsight methods', () => {
  const instance = episodeSaying(dyad, ['second', 'right']);

  it('pay for the episodes they learn from, fill a budget and say what they need', async () => {
    for (const method of [cocoa, hcaState, hcaReturn]) {
      expect((await answerOf(method, instance, { options: 'training=20' })).spent.evaluations).toBe(21);
      expect((await answerOf(method, instance, { budget: 9 })).spent.evaluations).toBe(9);
      await expect(answerOf(method, instance, { budget: 1 })).rejects.toThrow('needs at least 2 evaluator calls');
    }
  });
});

import { describe, expect, it } from 'vitest';
import type { Probes, Replay } from '../../../harness/contract.ts';
import { looCredits, realArms } from '../../../harness/diagnostics/bucket.ts';
import { collectBucket, recollectBucket } from '../../../harness/diagnostics/collect-bucket.ts';
import { randomOf } from '../../../harness/random.ts';
import { reasonerActorWorld } from '../../../tasks/teams/reasoner-actor.ts';
import { teamOf } from '../../methods/on.ts';
import { advantagesOfPlans, bucketOf, meanOf, probesOf } from './simulated.ts';

const team = teamOf(reasonerActorWorld(randomOf('bucket world', 1), { reasoner: 0.2, actor: 0.2 }));

/** Probes that answer with what they were asked, and remember the requests. */
function echo(): Pick<Probes, 'sample' | 'replay'> & { readonly asked: Replay[] } {
  const asked: Replay[] = [];
  let drawn = 0;
  return {
    asked,
    sample: async (_, count, instead = []) =>
      Array.from({ length: count }, () => `${[...instead, ''].join('>')}${drawn++}`),
    replay: async (requests) => {
      asked.push(...requests);
      return requests.map(({ count, then }) =>
        new Float64Array(count).fill(then === undefined ? 0.5 : Number(then[4]!.split('>')[1])),
      );
    },
  };
}

describe('collect-bucket', () => {
  it('draws the alternatives, adds the null arm last, and asks for every replay at once', async () => {
    const probes = echo();
    const bucket = await collectBucket('p', probes, { step: 3, alternatives: 2, replays: 5, nullMessage: 'nothing' });
    expect(bucket).toMatchObject({ problem: 'p', step: 3, texts: ['0', '1', 'nothing'], nullArm: 2 });
    expect(probes.asked).toEqual(['0', '1', 'nothing'].map((message) => ({ step: 3, message, count: 5 })));
    expect(bucket.outcomes.map(({ length }) => length)).toEqual([5, 5, 5]);
    expect(bucket.next).toBeUndefined();
    expect(realArms(bucket).texts).toEqual(['0', '1']);
  });

  it('records the next message of every replay beside its own outcome', async () => {
    const probes = echo();
    const plan = { step: 3, alternatives: 2, replays: 3, nextSymbol: (text: string) => `after ${text}` };
    const bucket = await collectBucket('p', probes, plan);
    expect(bucket.next![1]).toEqual(['after 1>5', 'after 1>6', 'after 1>7']);
    expect(bucket.outcomes.map((drawn) => [...drawn])).toEqual([
      [2, 3, 4],
      [5, 6, 7],
    ]);
    expect(probes.asked[4]).toEqual({ step: 3, message: '1', then: { 4: '1>6' }, count: 1 });
  });

  it('draws fresh outcomes of the same candidates the second time', async () => {
    const probes = probesOf(team, randomOf('twice'));
    const first = await collectBucket('p', probes, { step: 0, alternatives: 4, replays: 40 });
    const second = await recollectBucket(first, probes);
    expect(second).toMatchObject({ problem: 'p', step: 0, texts: first.texts });
    expect(second.outcomes).not.toEqual(first.outcomes);
    expect(second.outcomes.map(({ length }) => length)).toEqual([40, 40, 40, 40]);
    const nulled = { ...first, nullArm: 1, next: first.texts.map(() => []) };
    const third = await recollectBucket(nulled, probes, (text) => text);
    expect(third.nullArm).toBe(1);
    expect(third.next![2]).toHaveLength(40);
  });

  it.each([false, true])(
    'gives leave-one-out credit whose mean is the exact advantage (next messages: %s)',
    async (next) => {
      const errors: number[] = [];
      for (let seed = 0; seed < 1500; seed++) {
        const probes = probesOf(team, randomOf('unbiased bucket', seed));
        const plan = { step: 0, alternatives: 3, replays: 2, ...(next ? { nextSymbol: (text: string) => text } : {}) };
        const bucket = await collectBucket('p', probes, plan);
        const truth = advantagesOfPlans(team, bucket.texts);
        // Weighed by the truth: a credit that shrinks or forgets its message is off in this mean, not only in rank.
        errors.push(looCredits(bucket).reduce((sum, credit, arm) => sum + (credit - truth[arm]!) * truth[arm]!, 0));
      }
      const { mean, standardError } = meanOf(errors);
      expect(Math.abs(mean)).toBeLessThan(4 * standardError);
    },
  );
});

describe('bucket', () => {
  it('credits the real arms by the mean of the others, without the null arm: Figure 1 of the paper', () => {
    const bucket = bucketOf([[0.63], [0.8], [0], [0.73]], { nullArm: 2 });
    for (const [arm, credit] of [-0.135, 0.12, 0.015].entries())
      expect(looCredits(bucket)[arm]).toBeCloseTo(credit, 12);
  });

  it.each([
    [bucketOf([]), 'bucket of problem "given" at step 0 has no replay; expected at least one of every candidate'],
    [bucketOf([[1], [1, 0]]), 'has 2 replays of candidate 1; expected 1 as of the others'],
    [bucketOf([[1], [Number.NaN]]), 'has the outcome NaN of candidate 1; expected a finite number'],
    [bucketOf([[1]], { texts: ['a', 'b'] }), 'has 1 lists of outcomes for 2 texts'],
    [bucketOf([[1], [0]], { next: [['a']] }), 'does not have 1 next messages of each of its 2 candidates'],
    [bucketOf([[1]], { nullArm: 1 }), 'has the null arm 1; expected a whole number from 0 to 0'],
  ])('refuses one that contradicts itself: %#', (bucket, message) => {
    expect(() => realArms(bucket)).toThrow(message);
  });
});

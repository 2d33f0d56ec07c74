import { describe, expect, it } from 'vitest';
import { type Bucket, looCredits } from '../../../harness/diagnostics/bucket.ts';
import { collectBucket } from '../../../harness/diagnostics/collect-bucket.ts';
import { exactInfluence } from '../../../harness/diagnostics/exact-influence.ts';
import { type CreditedContext, fidelity } from '../../../harness/diagnostics/fidelity.ts';
import { influence } from '../../../harness/diagnostics/influence.ts';
import { splitHalfReliability } from '../../../harness/diagnostics/split-half-reliability.ts';
import { randomOf } from '../../../harness/random.ts';
import { reasonerActorWorld } from '../../../tasks/teams/reasoner-actor.ts';
import { episodeSaying, type Team, teamOf } from '../../methods/on.ts';
import { advantagesOfPlans, defined, meanOf, probesOf } from './simulated.ts';

const teams: readonly Team[] = Array.from({ length: 240 }, (_, team) =>
  teamOf(reasonerActorWorld(randomOf('claims', team), { reasoner: 0.3, actor: 0.15 })),
);

/** One bucket of plans per team; a larger collection begins with the draws of the smaller one. */
function bucketsOf(alternatives: number, replays: number): Promise<Bucket[]> {
  return Promise.all(
    teams.map((team, index) =>
      collectBucket(String(index), probesOf(team, randomOf('drawn', index)), { step: 0, alternatives, replays }),
    ),
  );
}

function againstExact(bucket: Bucket, index: number): CreditedContext {
  const values = advantagesOfPlans(teams[index]!, bucket.texts);
  const standardErrors = new Float64Array(values.length);
  return { problem: bucket.problem, credits: looCredits(bucket), reference: { values, standardErrors } };
}

/** What `of` gives on twelve disjoint batches of teams, for standard errors of statistics that have none of their own. */
function batches<Item>(items: readonly Item[], of: (batch: Item[]) => number): number[] {
  return Array.from({ length: 12 }, (_, batch) => of(items.filter((_, index) => index % 12 === batch)));
}

/** Every step up from one list of paired values to the next is more than 3 standard errors. */
function expectRising(lists: readonly (readonly number[])[]): void {
  expect(lists.length).toBeGreaterThan(2);
  for (const [place, list] of lists.slice(1).entries()) {
    const { mean, standardError } = meanOf(list.map((value, index) => value - lists[place]![index]!));
    expect(mean).toBeGreaterThan(3 * standardError);
  }
}

describe('on teams of a Reasoner and an Actor', () => {
  it('split-half reliability rises with replays', async () => {
    const levels = await Promise.all([2, 8, 32].map((replays) => bucketsOf(6, replays)));
    expectRising(
      levels.map((buckets) =>
        batches(buckets, (batch) => defined(splitHalfReliability(batch, randomOf('halves'), 10).rho).mean),
      ),
    );
  });

  it('fidelity to the exact advantage rises with replays, pooled and per context', async () => {
    const levels = await Promise.all([1, 4, 16].map((replays) => bucketsOf(4, replays)));
    const contexts = levels.map((buckets) => buckets.map(againstExact));
    expectRising(contexts.map((level) => batches(level, (batch) => defined(fidelity(batch).pooled))));
    expectRising(contexts.map((level) => batches(level, (batch) => defined(fidelity(batch).perContext).mean)));
  });

  it('fidelity to the exact advantage rises with alternatives, given enough replays', async () => {
    const levels = await Promise.all([2, 4, 12].map((alternatives) => bucketsOf(alternatives, 16)));
    expectRising(
      levels.map((buckets) => batches(buckets.map(againstExact), (batch) => defined(fidelity(batch).pooled))),
    );
  });

  it('the error of the mean of M collections shrinks like 1/√M', async () => {
    const [team] = teams;
    const probes = probesOf(team!, randomOf('root'));
    const truth = advantagesOfPlans(team!, ['plan 0'])[0]!;
    const credits: number[] = [];
    for (let time = 0; time < 64 * 60; time++) {
      const [own] = await probes.replay([{ step: 0, message: 'plan 0', count: 2 }]);
      const { outcomes } = await collectBucket('p', probes, { step: 0, alternatives: 2, replays: 2 });
      credits.push(looCredits({ problem: 'p', step: 0, texts: ['a', 'b', 'c'], outcomes: [own!, ...outcomes] })[0]!);
    }
    const squaredErrors = [1, 4, 16, 64].map((size) =>
      Array.from({ length: credits.length / size }, (_, mean) => {
        const group = credits.slice(mean * size, (mean + 1) * size);
        return (group.reduce((sum, credit) => sum + credit, 0) / size - truth) ** 2 * size;
      }),
    );
    const single = meanOf(squaredErrors[0]!);
    for (const scaled of squaredErrors.slice(1)) {
      const { mean, standardError } = meanOf(scaled);
      expect(Math.abs(mean - single.mean)).toBeLessThan(4 * Math.hypot(standardError, single.standardError));
      expect(standardError).toBeLessThan(single.mean / 3);
    }
  });

  it('influence of the plans on the actor agrees with the exact value of the same candidates', async () => {
    const errors: number[] = [];
    const sizes: number[] = [];
    for (const [index, team] of teams.slice(0, 80).entries()) {
      const plan = { step: 0, alternatives: 5, replays: 64, nextSymbol: (text: string) => text };
      const bucket = await collectBucket(String(index), probesOf(team, randomOf('heard', index)), plan);
      const conditionals = await Promise.all(
        bucket.texts.map(async (text) => {
          const asked = episodeSaying(team, [text, 'a0']).open({ random: randomOf('policy'), generated: () => {} });
          return Float64Array.from(await asked.policy!(1), ({ probability }) => probability);
        }),
      );
      const exact = exactInfluence(new Float64Array(5).fill(1 / 5), conditionals);
      errors.push(defined(influence([bucket], randomOf('null', index), 60)).corrected.mean - exact);
      sizes.push(exact);
    }
    const { mean, standardError } = meanOf(errors);
    expect(Math.abs(mean)).toBeLessThan(4 * standardError);
    expect(meanOf(sizes).mean).toBeGreaterThan(30 * standardError);
  });
});

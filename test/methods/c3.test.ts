import { describe, expect, it } from 'vitest';
import type { Instance, Probes } from '../../harness/contract.ts';
import { centred } from '../../harness/group-baseline.ts';
import { randomOf } from '../../harness/random.ts';
import { c3 } from '../../methods/counterfactual/c3.ts';
import { fanoutWithin } from '../../methods/counterfactual/fanout.ts';
import { rloo } from '../../methods/group/rloo.ts';
import { reasonerActorWorld } from '../../tasks/teams/reasoner-actor.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { answerOf, episodeSaying, freshEpisode, teamOf } from './on.ts';

/** The authors' mechanism test: leaves under Reasoner message A are 1, 0, 0, 1 and under B 0, 0, 1, 0 (c3.md §6). */
function goldenTree(logged: 'A' | 'B', position: number): Instance {
  const leaves = { A: [1, 0, 0, 1], B: [0, 0, 1, 0] };
  const other = logged === 'A' ? 'B' : 'A';
  const rest = leaves[logged].map((_, index) => index).filter((index) => index !== position);
  const outcomeOf = (reasoner: string, actor: string) => leaves[reasoner as 'A' | 'B'][Number(actor)]!;
  const probes: Pick<Probes, 'sample' | 'replay'> = {
    sample: async (step, count, instead = []) => {
      if (step === 0) return [other];
      return instead.length === 0 ? rest.map(String) : ['0', '1', '2', '3'].slice(0, count);
    },
    replay: async (requests) =>
      requests.map(({ step, message, then = {} }) =>
        Float64Array.of(step === 0 ? outcomeOf(message!, then[1]!) : outcomeOf(logged, message!)),
      ),
  };
  return {
    id: 'golden',
    episode: {
      agents: [
        { id: 'reasoner', role: 'reasoner' },
        { id: 'actor', role: 'actor' },
      ],
      problem: '',
      messages: [
        { agent: 0, text: logged },
        { agent: 1, text: String(position) },
      ],
      outcome: leaves[logged][position]!,
      range: [0, 1],
    },
    noise: 'sampled',
    truth: () => ({}),
    open: () => probes,
  };
}

const golden = {
  loo: { A: [2 / 3, -2 / 3, -2 / 3, 2 / 3], B: [-1 / 3, -1 / 3, 1, -1 / 3], reasoner: { A: 0.25, B: -0.25 } },
  mean: { A: [0.5, -0.5, -0.5, 0.5], B: [-0.25, -0.25, 0.75, -0.25], reasoner: { A: 0.125, B: -0.125 } },
};

describe('c3', () => {
  describe.each(['loo', 'mean'] as const)('with the %s baseline', (baseline) => {
    describe.each(['A', 'B'] as const)('on the golden tree, reasoner message %s logged', (logged) => {
      it.each([0, 1, 2, 3])(
        'gives both logged messages their published credit (actor message %i)',
        async (position) => {
          const options = `fanout=2x4,baseline=${baseline}`;
          const { credit } = await answerOf(c3, goldenTree(logged, position), { options, budget: 8 });
          expect(credit.messages![0]).toBe(golden[baseline].reasoner[logged]);
          expect(credit.messages![1]).toBeCloseTo(golden[baseline][logged][position]!, 15);
        },
      );
    });
  });

  it('gives the credits of Figure 1', () => {
    const credits = centred(Float64Array.of(0.63, 0.8, 0.73), 'loo');
    for (const [index, credit] of [-0.135, 0.12, 0.015].entries()) expect(credits[index]).toBeCloseTo(credit, 12);
  });

  it('gives a group of one 0, sums to 0 in every group, and shrinks by (n − 1)/n with the mean of all', () => {
    expect([...centred(Float64Array.of(0.7), 'loo')]).toEqual([0]);
    const random = randomOf('groups');
    for (const size of [2, 3, 4, 8]) {
      const returns = Float64Array.from({ length: size }, () => random.float());
      const [loo, mean] = [centred(returns, 'loo'), centred(returns, 'mean')];
      expect(loo.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
      for (const [index, value] of mean.entries()) expect(value).toBeCloseTo((loo[index]! * (size - 1)) / size, 12);
    }
  });

  it('spends Π fan-out evaluator calls and generates one message per node', async () => {
    const team = teamOf(reasonerActorWorld(randomOf('team'), { reasoner: 0.2, actor: 0.2 }));
    const instance = freshEpisode(team, randomOf('episode'));
    const spentOn = async (options: string) => (await answerOf(c3, instance, { options })).spent;
    expect(await spentOn('fanout=2x4')).toMatchObject({ evaluations: 8, messages: 10 });
    expect(await spentOn('fanout=4x2')).toMatchObject({ evaluations: 8, messages: 12 });
    expect((await answerOf(rloo, instance, { options: 'k=8' })).spent).toMatchObject({ evaluations: 8, messages: 16 });
    const relay = episodeSaying(teamOf(relayWorld([0.1, 0.2, 0.05])), ['1', '0', '0']);
    const { spent } = await answerOf(c3, relay, { options: 'fanout=2x3x2' });
    expect(spent).toMatchObject({ evaluations: 12, messages: 2 + 6 + 12 });
  });

  it('grows the widest even tree that a budget allows, the last steps first', () => {
    expect(fanoutWithin(8, 2)).toEqual([2, 4]);
    expect(fanoutWithin(16, 2)).toEqual([4, 4]);
    expect(fanoutWithin(20, 3)).toEqual([2, 2, 4]);
    expect(fanoutWithin(1, 2)).toEqual([1, 1]);
  });

  it.each([
    ['fanout=2x4x2', 99, 'skipped: fanout 2x4x2 has 3 entries for 2 steps'],
    ['fanout=4x4', 15, 'skipped: fanout 4x4 makes 16 leaves; the budget is 15 evaluator calls'],
    ['', 3, 'skipped: needs at least 4 evaluator calls; the budget is 3'],
  ])('refuses what it cannot do: [%s] within %i', async (options, budget, message) => {
    const team = teamOf(reasonerActorWorld(randomOf('team'), { reasoner: 0.2, actor: 0.2 }));
    await expect(answerOf(c3, freshEpisode(team, randomOf('e')), { options, budget })).rejects.toThrow(message);
  });

  it('in context mode spends T·n·c further evaluator calls, each step on its own', async () => {
    const relay = episodeSaying(teamOf(relayWorld([0.1, 0.2, 0.05])), ['1', '0', '0']);
    const { spent } = await answerOf(c3, relay, { options: 'mode=context,alternatives=3,replays=2' });
    expect(spent).toMatchObject({ evaluations: 1 + 3 * 3 * 2, messages: 3 + 3 * 2 + 3 * 2 * (2 + 1) });
    const filling = await answerOf(c3, relay, { options: 'mode=context', budget: 40 });
    expect(filling.spent.evaluations).toBe(1 + 3 * 4 * 3);
  });

  it('is unbiased in context mode given the episode, where a tree leans towards its outcome', async () => {
    const team = teamOf(relayWorld([0.3, 0.4]));
    const lucky = episodeSaying(team, ['0', '1']);
    const truth = lucky.truth().advantage![0]!;
    const meanOf = async (options: string) => {
      const credits: number[] = [];
      for (let seed = 0; seed < 3000; seed++)
        credits.push((await answerOf(c3, lucky, { options, random: randomOf('lean', seed) })).credit.messages![0]!);
      const mean = credits.reduce((sum, value) => sum + value, 0) / credits.length;
      const variance = credits.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (credits.length - 1);
      return { mean, standardError: Math.sqrt(variance / credits.length) };
    };
    const context = await meanOf('mode=context,alternatives=2,replays=2');
    expect(Math.abs(context.mean - truth)).toBeLessThan(4 * context.standardError);
    const tree = await meanOf('fanout=2x4');
    const lean = (1 - 0.4) / 4;
    expect(Math.abs(tree.mean - truth - lean)).toBeLessThan(4 * tree.standardError);
    expect(lean).toBeGreaterThan(8 * tree.standardError);
  });

  it('normalised gives the same for both baselines, ±1 in untied groups of two and 0 in tied ones', async () => {
    const team = teamOf(reasonerActorWorld(randomOf('team'), { reasoner: 0.2, actor: 0.2 }));
    const seen = new Set<number>();
    for (let seed = 0; seed < 40; seed++) {
      const instance = freshEpisode(team, randomOf('z', seed));
      const of = async (baseline: string) => {
        const options = `fanout=2x4,normalise=group,baseline=${baseline}`;
        return (await answerOf(c3, instance, { options, random: randomOf('drawn', seed) })).credit.messages!;
      };
      const [loo, mean] = [await of('loo'), await of('mean')];
      expect(loo).toEqual(mean);
      seen.add(Number(loo[0]!.toFixed(4)) + 0);
    }
    expect([...seen].toSorted((a, b) => a - b)).toEqual([-1, 0, 1]);
  });

  it.each([
    ['mode=context,fanout=2x4', 'fanout: goes with mode=tree'],
    ['replays=2', 'alternatives and replays go with mode=context'],
    ['mode=context,alternatives=1', 'alternatives: too small'],
  ])('refuses options that do not go together: %s', async (options, message) => {
    const team = teamOf(reasonerActorWorld(randomOf('team'), { reasoner: 0.2, actor: 0.2 }));
    await expect(answerOf(c3, freshEpisode(team, randomOf('e')), { options })).rejects.toThrow(message);
  });

  it('gives a step with a fan-out of one the credit 0', async () => {
    const relay = episodeSaying(teamOf(relayWorld([0.1, 0.2, 0.05])), ['1', '0', '0']);
    const { credit } = await answerOf(c3, relay, { options: 'fanout=1x4x1' });
    expect([credit.messages![0], credit.messages![2]]).toEqual([0, 0]);
  });
});

import { describe, expect, it } from 'vitest';
import { centred } from '../../harness/group-baseline.ts';
import { randomOf } from '../../harness/random.ts';
import { mean } from '../../harness/statistics/mean.ts';
import { c3 } from '../../methods/counterfactual/c3.ts';
import { c3NoParent } from '../../methods/counterfactual/c3-no-parent.ts';
import type { PrefixTree } from '../../methods/counterfactual/prefix-tree.ts';
import { roleReturns, siblingReturns } from '../../methods/counterfactual/tree-returns.ts';
import { c3NoReplay } from '../../methods/group/c3-no-replay.ts';
import { rloo } from '../../methods/group/rloo.ts';
import { reasonerActorWorld } from '../../tasks/teams/reasoner-actor.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { expectAgreement, means } from './agreement.ts';
import { answerOf, freshEpisode, teamOf } from './on.ts';

const world = reasonerActorWorld(randomOf('w', 5), { reasoner: 0.2, actor: 0.2 });
const episodes = Array.from({ length: 20 }, (_, k) => freshEpisode(teamOf(world), randomOf('episode', k)));

/** A tree of the given fan-out with random outcomes of 0 and 1, the logged leaf among them. */
function randomTree(fanout: readonly number[], seed: number): PrefixTree {
  const random = randomOf('tree', fanout.join('x'), seed);
  const below = (step: number) => fanout.slice(step + 1).reduce((product, width) => product * width, 1);
  return {
    outcome: random.below(2),
    alternatives: fanout.map((width) => new Array<string>(width - 1).fill('')),
    leaves: fanout.map((width, step) =>
      Array.from({ length: width - 1 }, () => Array.from({ length: below(step) }, () => random.below(2))),
    ),
  };
}

describe('the returns of a prefix tree', () => {
  it('put all nodes of a step of the golden tree into one group where parents are forgotten: 2 and 8', () => {
    const golden = { outcome: 1, alternatives: [['B'], ['1', '2', '3']], leaves: [[[0, 0, 1, 0]], [[0], [0], [1]]] };
    const [reasoner, actor] = roleReturns(golden);
    expect([...reasoner!]).toEqual([0.5, 0.25]);
    expect([...actor!].toSorted()).toEqual([0, 0, 0, 0, 0, 1, 1, 1]);
    expect(centred(reasoner!, 'loo')[0]).toBe(0.25);
    expect(centred(actor!, 'loo')[0]).toBeCloseTo(5 / 7, 12);
    expect(centred(siblingReturns(golden)[1]!, 'loo')[0]).toBeCloseTo(2 / 3, 12);
    const failed = { ...golden, outcome: 0, leaves: [[[0, 0, 1, 0]], [[1], [0], [1]]] };
    expect(centred(roleReturns(failed)[1]!, 'loo')[0]).toBeCloseTo(-3 / 7, 12);
  });

  it.each([[[2, 4]], [[3, 2]], [[4, 2]], [[2, 1, 3]], [[2, 2, 2]]])(
    'are means of leaves: every step’s nodes average to the tree’s mean, Π fan-out of them (%j)',
    (fanout) => {
      for (let seed = 0; seed < 20; seed++) {
        const tree = randomTree(fanout, seed);
        const leaves = [tree.outcome, ...tree.leaves.flat(2)];
        expect(leaves).toHaveLength(fanout.reduce((product, width) => product * width, 1));
        for (const [step, nodes] of roleReturns(tree).entries()) {
          expect(nodes).toHaveLength(fanout.slice(0, step + 1).reduce((product, width) => product * width, 1));
          expect(mean(nodes)).toBeCloseTo(mean(leaves), 12);
        }
        expect([...roleReturns(tree)[0]!]).toEqual([...siblingReturns(tree)[0]!]);
        for (const siblings of siblingReturns(tree)) {
          const [loo, all] = [centred(siblings, 'loo'), centred(siblings, 'mean')];
          expect(loo.reduce((sum, credit) => sum + credit, 0)).toBeCloseTo(0, 9);
          for (const [member, credit] of all.entries())
            expect(credit).toBeCloseTo(((siblings.length - 1) / siblings.length) * loo[member]!, 9);
        }
      }
    },
  );

  it('with a flat fan-out are one group of leaves for every step: RLOO over them', () => {
    const tree = randomTree([8, 1, 1], 1);
    const leaves = Float64Array.of(tree.outcome, ...tree.leaves.flat(2));
    for (const nodes of roleReturns(tree)) expect(centred(nodes, 'loo')[0]).toBe(centred(leaves, 'loo')[0]);
  });
});

describe('c3-no-replay', () => {
  it('is RLOO on the same draws, number for number, at the same price', async () => {
    for (const episode of episodes) {
      const one = await answerOf(c3NoReplay, episode, { options: 'k=8' });
      expect(one).toEqual(await answerOf(rloo, episode, { options: 'k=8' }));
      expect(one.spent).toMatchObject({ evaluations: 8, messages: 16 });
    }
  });
});

describe('c3-no-parent', () => {
  it('costs what c3 costs on the same tree, 8 evaluator calls and 10 messages, and agrees with it at the first step', async () => {
    let different = 0;
    for (const episode of episodes) {
      const [own, tree] = await Promise.all(
        [c3NoParent, c3].map((method) => answerOf(method, episode, { options: 'fanout=2x4', budget: 8 })),
      );
      expect(own!.spent).toMatchObject({ evaluations: 8, messages: 10 });
      expect(own!.spent).toEqual(tree!.spent);
      expect(own!.credit.messages![0]).toBe(tree!.credit.messages![0]);
      if (own!.credit.messages![1] !== tree!.credit.messages![1]) different++;
    }
    expect(different).toBeGreaterThan(5);
  });

  it('is off by 4/7 of V(h) − V(h_1) at the second step of 2×4 in expectation', async () => {
    const offset = (advantage: number, value: number, start: number) => advantage + (4 / 7) * (value - start);
    expectAgreement(await means(world, c3NoParent, 'fanout=2x4', offset));
    await expect(async () =>
      expectAgreement(await means(world, c3NoParent, 'fanout=2x4', (advantage) => advantage)),
    ).rejects.toThrow();
  });

  it('refuses a fan-out that does not spend the budget', async () => {
    const relay = freshEpisode(teamOf(relayWorld([0.1, 0.2, 0.05])), randomOf('r'));
    await expect(answerOf(c3NoParent, relay, { options: 'fanout=2x2x2', budget: 16 })).rejects.toThrow(
      'fanout 2x2x2 makes 8 leaves; the budget is 16 evaluator calls',
    );
  });
});

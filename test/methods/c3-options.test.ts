import { describe, expect, it } from 'vitest';
import { randomOf } from '../../harness/random.ts';
import { c3 } from '../../methods/counterfactual/c3.ts';
import { reasonerActorWorld } from '../../tasks/teams/reasoner-actor.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { expectAgreement, means } from './agreement.ts';
import { answerOf, episodeSaying, freshEpisode, gameOf, teamOf } from './on.ts';
import { oneMessage } from './one-message.ts';

const world = reasonerActorWorld(randomOf('w', 5), { reasoner: 0.2, actor: 0.2 });
const two = freshEpisode(teamOf(world), randomOf('e'));
const relay = episodeSaying(teamOf(relayWorld([0.1, 0.2, 0.05])), ['1', '0', '0']);

describe('c3[fanout]', () => {
  it.each([
    ['2x4x2', 16, 'skipped: fanout 2x4x2 has 3 entries for 2 steps'],
    ['8', 8, 'skipped: fanout 8 has 1 entry for 2 steps'],
    ['2x4', 16, 'skipped: fanout 2x4 makes 8 leaves; the budget is 16 evaluator calls'],
    ['4x4', 15, 'skipped: fanout 4x4 makes 16 leaves; the budget is 15 evaluator calls'],
    ['1x1', 1, 'skipped: fanout 1x1 makes 1 leaf; a credit needs at least 2'],
    ['0x2', 8, 'fanout: expected whole numbers joined by x, like 2x4'],
    ['-2x4', 8, 'fanout: expected whole numbers joined by x, like 2x4'],
    ['2x', 8, 'fanout: expected whole numbers joined by x, like 2x4'],
  ])('refuses %s within %i', async (fanout, budget, message) => {
    await expect(answerOf(c3, two, { options: `fanout=${fanout}`, budget })).rejects.toThrow(message);
  });

  it('spends exactly the budget, or whatever it makes where there is none', async () => {
    expect((await answerOf(c3, two, { options: 'fanout=2x4', budget: 8 })).spent.evaluations).toBe(8);
    expect((await answerOf(c3, two, { options: 'fanout=3x5' })).spent.evaluations).toBe(15);
  });

  it('refuses an episode without messages', async () => {
    const replaying = { ...gameOf({ agents: ['a'], form: 'table', values: [0, 1] }), open: two.open };
    for (const mode of ['tree', 'context'])
      await expect(answerOf(c3, replaying, { options: `mode=${mode}`, budget: 64 })).rejects.toThrow(
        'skipped: an episode without messages has nothing to replay',
      );
  });
});

describe('c3[replays] with a number per alternative', () => {
  it('replays the logged message first and weighs the others by their replays', async () => {
    const team = oneMessage([
      { chance: 1 / 3, score: 1 },
      { chance: 1 / 3, score: 0.5 },
      { chance: 1 / 3, score: 0 },
    ]);
    const said = episodeSaying(team, ['m0']);
    const drawn = {
      ...said,
      open: (opening: Parameters<typeof said.open>[0]) => ({ ...said.open(opening), sample: async () => ['m1', 'm2'] }),
    };
    const { credit, spent } = await answerOf(c3, drawn, { options: 'mode=context,replays=4x3x1' });
    expect(credit.messages![0]).toBeCloseTo(1 - 1.5 / 4, 12);
    expect(spent.evaluations).toBe(1 + 8);
  });

  it('spends the sum of its numbers at every step', async () => {
    const { spent } = await answerOf(c3, relay, { options: 'mode=context,replays=4x2x1' });
    expect(spent.evaluations).toBe(1 + 3 * 7);
    await expect(answerOf(c3, relay, { options: 'mode=context,replays=4x2x1', budget: 21 })).rejects.toThrow(
      'needs at least 22 evaluator calls; the budget is 21',
    );
  });

  it('is the plain credit where the numbers are equal', async () => {
    const plain = await answerOf(c3, relay, { options: 'mode=context,alternatives=3,replays=2' });
    expect((await answerOf(c3, relay, { options: 'mode=context,replays=2x2x2' })).credit).toEqual(plain.credit);
  });

  it.each([
    ['mode=context,alternatives=4,replays=4x2', 'replays: expected one number for all messages or one per alternative'],
    ['mode=context,replays=4x2,normalise=group', 'normalise: group goes with as many replays of every message'],
    ['mode=context,replays=4x0', 'replays: expected whole numbers joined by x'],
    ['replays=4x2', 'alternatives and replays go with mode=context'],
  ])('refuses [%s]', async (options, message) => {
    await expect(answerOf(c3, two, { options })).rejects.toThrow(message);
  });

  it('has the exact advantage as its mean, for the counts are fixed before outcomes are seen', async () => {
    expectAgreement(await means(world, c3, 'mode=context,replays=1x4x2', (advantage) => advantage, 3000));
  });
});

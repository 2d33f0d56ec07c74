import { describe, expect, it } from 'vitest';
import { randomOf } from '../../harness/random.ts';
import { c3 } from '../../methods/counterfactual/c3.ts';
import { vineppo } from '../../methods/counterfactual/vineppo.ts';
import { rloo } from '../../methods/group/rloo.ts';
import { reasonerActorWorld } from '../../tasks/teams/reasoner-actor.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import type { World } from '../../tasks/teams/world.ts';
import { expectAgreement, means } from './agreement.ts';
import { answerOf, freshEpisode, teamOf } from './on.ts';

const worlds: [string, World, string, string][] = [
  [
    'a two-step team with coin-flip outcomes',
    reasonerActorWorld(randomOf('w', 5), { reasoner: 0.2, actor: 0.2 }),
    '2x4',
    '4x2',
  ],
  ['a relay of three', relayWorld([0.3, 0.2, 0.4]), '2x2x2', '3x2x2'],
];

describe.each(worlds)('on %s', (_name, world, fanout, other) => {
  it.each([fanout, other])('the mean of c3[fanout=%s] is the exact advantage', async (shape) => {
    expectAgreement(await means(world, c3, `fanout=${shape}`, (advantage) => advantage));
  });

  it('the mean of c3[mode=context] is the exact advantage', async () => {
    const options = 'mode=context,alternatives=3,replays=2';
    expectAgreement(await means(world, c3, options, (advantage) => advantage));
  });

  it('the mean of vineppo is the exact advantage', async () => {
    expectAgreement(await means(world, vineppo, 'k=3', (advantage) => advantage));
  });

  it('the mean of c3 with the mean of all siblings as its baseline shrinks by (n − 1)/n', async () => {
    const team = teamOf(world);
    for (let episode = 0; episode < 50; episode++) {
      const instance = freshEpisode(team, randomOf('shrink', episode));
      const [loo, mean] = await Promise.all(
        ['loo', 'mean'].map((baseline) => answerOf(c3, instance, { options: `fanout=${fanout},baseline=${baseline}` })),
      );
      const widths = fanout.split('x').map(Number);
      for (const [step, value] of loo!.credit.messages!.entries())
        expect(mean!.credit.messages![step]).toBeCloseTo((value * (widths[step]! - 1)) / widths[step]!, 12);
    }
  });

  it('the mean of rloo is the advantage plus its declared offset V(h_t) − V(h_1), which is 0 at the first message', async () => {
    expectAgreement(await means(world, rloo, 'k=4', (advantage, value, start) => advantage + value - start));
  });
});

import { describe, expect, it } from 'vitest';
import type { AnyMethod } from '../../harness/define.ts';
import { randomOf } from '../../harness/random.ts';
import { c3 } from '../../methods/counterfactual/c3.ts';
import { vineppo } from '../../methods/counterfactual/vineppo.ts';
import { rloo } from '../../methods/group/rloo.ts';
import { reasonerActorWorld } from '../../tasks/teams/reasoner-actor.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import type { World } from '../../tasks/teams/world.ts';
import { answerOf, freshEpisode, teamOf } from './on.ts';

const episodes = 4000;

type Cell = { sum: number; squares: number; count: number; truth: number };

/**
 * Mean credit of every (step, context, message) over fresh episodes, with what it should be: `expected` of the exact
 * advantage A, V at the context and V at the start. Trees are never repeated on one episode (c3.md §6).
 */
async function means(
  world: World,
  method: AnyMethod,
  options: string,
  expected: (advantage: number, value: number, start: number) => number,
): Promise<Cell[]> {
  const team = teamOf(world);
  const cells = new Map<string, Cell>();
  for (let episode = 0; episode < episodes; episode++) {
    const random = randomOf('unbiased', world.agents.length, options, episode);
    const instance = freshEpisode(team, random.stream('episode'));
    const { credit } = await answerOf(method, instance, { options, random: random.stream('method') });
    const { advantage } = instance.truth();
    const values = await instance.open({ random, generated: () => {} }).critic!(
      instance.episode.messages.map((_, step) => step),
    );
    const said = instance.episode.messages.map(({ text }) => text);
    for (const [step, value] of credit.messages!.entries()) {
      const key = said.slice(0, step + 1).join(' | ');
      const truth = expected(advantage![step]!, values[step]!, values[0]!);
      const cell = cells.get(key) ?? { sum: 0, squares: 0, count: 0, truth };
      cells.set(key, { sum: cell.sum + value, squares: cell.squares + value ** 2, count: cell.count + 1, truth });
    }
  }
  return [...cells.values()].filter(({ count }) => count >= 200);
}

/** The whole table of means agrees with the truth: χ² of the standardised errors within 3 standard errors of its own mean. */
function expectAgreement(cells: readonly Cell[]): void {
  expect(cells.length).toBeGreaterThan(3);
  let chiSquared = 0;
  for (const { sum, squares, count, truth } of cells) {
    const mean = sum / count;
    const standardError = Math.sqrt((squares / count - mean ** 2) / (count - 1));
    if (standardError === 0) expect(mean).toBeCloseTo(truth, 9);
    else chiSquared += ((mean - truth) / standardError) ** 2;
  }
  expect(chiSquared).toBeLessThan(cells.length + 3 * Math.sqrt(2 * cells.length));
}

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

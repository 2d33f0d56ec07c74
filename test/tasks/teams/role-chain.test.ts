import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../harness/random.ts';
import { roleChain, roleChain2, roleChain10, roleChainWorld, type Turn } from '../../../tasks/teams/role-chain.ts';
import { valuesOf } from '../../../tasks/teams/values.ts';
import type { Utterance } from '../../../tasks/teams/world.ts';
import { expectNear } from '../games/close.ts';
import { firstInstances } from './first-instances.ts';
import { grown } from './grown.ts';
import { still } from './still.ts';

const turnsOf = (...spreads: readonly number[]): Turn[] =>
  spreads.map((spread, turn) => ({ agent: turn % 2, messages: 3, spread }));

describe('a role chain', () => {
  it('depends on what was said, not on the order of asking', () => {
    const [one, other] = [0, 1].map(() => roleChainWorld(turnsOf(0.2, 0.2, 0.2), randomOf('chain')));
    const said = one!.menu(0, []).slice(1, 2);
    one!.menu(1, one!.menu(0, []).slice(0, 1));
    expect(other!.menu(1, said)).toEqual(one!.menu(1, said));
    expect(one!.menu(1, said)).not.toEqual(one!.menu(1, one!.menu(0, []).slice(0, 1)));
  });

  it('gives no advantage to a message of a turn without spread', () => {
    for (let seed = 0; seed < 20; seed++) {
      const { tree, team } = grown(roleChainWorld(turnsOf(0.2, 0, 0), randomOf('flat', seed)));
      const values = team.values();
      for (const step of [1, 2])
        expectNear(
          values[step + 1]!,
          [...values[step + 1]!.keys()].map((edge) => values[step]![Math.floor(edge / 3)]!),
        );
      expect(new Set(tree.scores).size).toBeLessThanOrEqual(3);
    }
  });

  it('lets absent agents choose uniformly', () => {
    const { tree, team } = grown(roleChainWorld(turnsOf(0.1, 0.2, 0.3), randomOf('absent')));
    const mean = tree.scores.reduce((sum, score) => sum + score, 0) / tree.scores.length;
    expectNear([team.presence()![0]!], [mean]);
    expectNear(
      [team.presence()![0]!],
      [valuesOf(tree, ({ said }) => new Float64Array(said.length).fill(1 / 3))[0]![0]!],
    );
  });

  it('is drawn with three to five turns, sometimes with an agent that speaks twice, and stays small', () => {
    const drawn = firstInstances(roleChain, 60).map(({ episode }) => episode);
    expect(new Set(drawn.map(({ messages }) => messages.length))).toEqual(new Set([3, 4, 5]));
    expect(new Set(drawn.map(({ agents }) => agents.length))).toEqual(new Set([3, 4, 5]));
    expect(drawn.some(({ agents, messages }) => agents.length < messages.length)).toBe(true);
  });
});

describe('the short and the long chain', () => {
  it('have two turns of two to four messages, and ten of two', () => {
    const shapes = [roleChain2, roleChain10].map((task) => firstInstances(task, 8).map(({ episode }) => episode));
    for (const { agents, messages } of shapes[0]!) expect([agents.length, messages.length]).toEqual([2, 2]);
    for (const { agents, messages } of shapes[1]!) expect([agents.length, messages.length]).toEqual([10, 10]);
  });

  it('divide v(N) − v(∅) among all, and what was gained along the transcript', async () => {
    for (const { truth, open, episode } of firstInstances(roleChain10, 3)) {
      const { critic } = open({ random: still, generated: () => {} });
      const values = await critic!([...episode.messages.keys()]);
      const { advantage, realised, shapley } = truth();
      expect([...shapley!].every((share) => share !== 0)).toBe(true);
      expectNear(
        advantage!.subarray(0, 9),
        values.slice(1).map((value, step) => value - values[step]!),
      );
      expectNear([sum(realised!)], [sum(advantage!)]);
    }
  });

  it('of ten, with tables by prefix, have the value of naive recursion', () => {
    const turns = Array.from({ length: 10 }, (_, agent) => ({ agent, messages: 2, spread: 0.1 }));
    const world = roleChainWorld(turns, randomOf('ten'));
    const worthOf = (said: readonly Utterance[]): number =>
      said.length === 10
        ? world.score(said)
        : world.menu(said.length, said).reduce((so, one) => so + one.probability * worthOf([...said, one]), 0);
    const { value, team } = grown(world);
    expectNear([value(), team.presence()!.at(-1)!], [worthOf([]), worthOf([])]);
  });
});

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}

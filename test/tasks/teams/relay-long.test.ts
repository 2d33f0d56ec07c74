import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../harness/random.ts';
import { pathOf } from '../../../tasks/teams/path.ts';
import { relayWorld } from '../../../tasks/teams/relay.ts';
import { relayAdvantages, relayPresence, relayValue } from '../../../tasks/teams/relay-closed-form.ts';
import { growTree } from '../../../tasks/teams/tree.ts';
import { firstErrorAlong, teamTruth, truthAlong } from '../../../tasks/teams/truth.ts';
import { walk } from '../../../tasks/teams/walk.ts';
import { expectNear } from '../games/close.ts';

const flipRatesOf = (agents: number) => {
  const random = randomOf('long relay', agents);
  return Array.from({ length: agents }, () => random.float() / 8);
};

describe.each([12, 64])('a relay of %i agents', (agents) => {
  const flipRates = flipRatesOf(agents);
  const tree = growTree(relayWorld(flipRates));
  const team = teamTruth(tree);

  it('has two contexts per step, however long it is', () => {
    expect(tree.layers.map(({ first }) => first.length)).toEqual([1, ...new Array(agents - 1).fill(2)]);
  });

  it('has the values, advantages and first errors of the closed form', () => {
    let failures = 0;
    for (let draw = 0; draw < 50; draw++) {
      const { path, outcome } = walk(tree, [], randomOf('flips', agents, draw));
      const bits = path.map((edge, step) => tree.layers[step]!.said[edge]!.id);
      const flips = bits.map((bit, step) => bit !== (bits[step - 1] ?? '1'));
      const values = [1, ...bits.map(Number)].map((bit, step) => relayValue(flipRates, step, bit === 1));
      expectNear(team.along(path).values, values);
      expectNear(truthAlong(tree, team, path, 0).advantage!, relayAdvantages(flipRates, flips));
      expect(pathOf(tree, bits)).toEqual(path);
      const step = flips.indexOf(true);
      if (outcome === 0) expect(firstErrorAlong(tree, path, outcome)).toEqual({ step, agent: step });
      if (outcome === 0) failures++;
    }
    expect(failures).toBeGreaterThan(5);
  });
});

it('a relay of 12 agents has the presence game of the closed form', () => {
  const flipRates = flipRatesOf(12);
  const presence = teamTruth(growTree(relayWorld(flipRates))).presence()!;
  const members = (mask: number) => [...flipRates.keys()].filter((agent) => (mask >> agent) & 1);
  expectNear(
    presence,
    Array.from(presence, (_, mask) => relayPresence(flipRates, members(mask))),
  );
});

it('a relay of 64 agents has too many coalitions, and says so instead of a number', () => {
  const { agents, presence } = teamTruth(growTree(relayWorld(flipRatesOf(64))));
  expect(agents()).toEqual({});
  expect(() => presence()).toThrow('the worth of 2^64 coalitions on 254 messages in distinct contexts is too much');
});

import { describe, expect, it } from 'vitest';
import { glove } from '../../../tasks/games/forms/glove.ts';
import { threshold } from '../../../tasks/games/forms/threshold.ts';
import { weightedVoting } from '../../../tasks/games/forms/weighted-voting.ts';
import { names } from './arbitrary-files.ts';
import { expectClose } from './close.ts';
import { fraction } from './fraction.ts';
import { votingBodies } from './oracles.ts';

describe('a large game', () => {
  it.each(Object.entries(votingBodies))('has the published values: %s', (_, { quota, weights, shapley, banzhaf }) => {
    const game = weightedVoting({ agents: names(weights.length), weights, quota });
    expectClose(
      game.shapley(),
      weights.map((weight) => fraction(shapley[weight as keyof typeof shapley])),
    );
    expectClose(
      game.banzhaf(),
      weights.map((weight) => fraction(banzhaf[weight as keyof typeof banzhaf])),
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    expect([...game.removal()]).toEqual(weights.map((weight) => (total - weight < quota ? 1 : 0)));
  });

  it.each([
    [10, 11, '0.598643101', '0.364869908'],
    [50, 51, '0.553444570', '0.437799441'],
    [100, 101, '0.539587500', '0.455853960'],
  ])('has the published values: a glove market of %i and %i', (left, right, ofLeft, ofRight) => {
    const agents = names(left + right);
    const game = glove({ agents, left: agents.slice(0, left), right: agents.slice(left) });
    const shapley = [...game.shapley()].map((value) => value.toFixed(9));
    expect(new Set(shapley.slice(0, left))).toEqual(new Set([ofLeft]));
    expect(new Set(shapley.slice(left))).toEqual(new Set([ofRight]));
    expect([...game.removal()]).toEqual(agents.map((_, agent) => (agent < left ? 1 : 0)));
    expectClose([game.shapley().reduce((sum, value) => sum + value, 0)], [left]);
  });

  it('divides one vote each among 200 agents as the form k of n does', () => {
    const agents = names(200);
    const voting = weightedVoting({ agents, weights: agents.map(() => 1), quota: 101 });
    const counted = threshold({ agents, k: 101 });
    expect(voting.shapley()).toEqual(new Float64Array(200).fill(1 / 200));
    expect(voting.shapley()).toEqual(counted.shapley());
    expect(voting.banzhaf()).toEqual(counted.banzhaf());
  });

  it('does not lose the last voter of 200 whose weights differ', () => {
    const agents = names(200);
    const weights = agents.map((_, agent) => 1 + ((agent * 37) % 23));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const game = weightedVoting({ agents, weights, quota: Math.floor(total / 2) + 1 });
    expectClose([game.shapley().reduce((sum, value) => sum + value, 0)], [1]);
  });
});

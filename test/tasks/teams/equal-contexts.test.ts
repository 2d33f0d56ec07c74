import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTeam } from '../../../tasks/teams/read-team.ts';
import type { TeamFile } from '../../../tasks/teams/team-file.ts';
import { growTree } from '../../../tasks/teams/tree.ts';
import type { World } from '../../../tasks/teams/world.ts';
import { expectNear } from '../games/close.ts';
import { arbitraryFile } from './arbitrary-file.ts';
import { grown } from './grown.ts';

/** The same world with every transcript a context of its own. */
function apart(world: World): World {
  const { state: _, automaton: __, ...rest } = world;
  return rest;
}

/** A relay of agents that each flip the bit they hear with one chance, written as rules about the last bit. */
function relayFile(agents: number, flip: number): TeamFile {
  const names = Array.from({ length: agents }, (_, agent) => `relay ${agent + 1}`);
  const anyBut = (said: number, last: string) => [...new Array(said - 1).fill('*'), last];
  return {
    kind: 'team',
    agents: names,
    range: [0, 1],
    steps: names.map((agent, step) => ({
      agent,
      messages: ['0', '1'],
      policy: [
        ...(step === 0 ? [] : [{ when: anyBut(step, '0'), choose: [1 - flip, flip] }]),
        { choose: [flip, 1 - flip] },
      ],
    })),
    outcome: [{ when: anyBut(agents, '1'), score: 1 }, { score: 0 }],
  };
}

describe('equal contexts', () => {
  it('are merged in team files without a change to anything true', () => {
    fc.assert(
      fc.property(arbitraryFile(), ({ team, messages }) => {
        const world = parseTeam(team, 'team.json');
        const [merged, whole] = [grown(world), grown(apart(world))];
        const [truth, expected] = [merged.along(messages, 0), whole.along(messages, 0)];
        for (const estimand of ['shapley', 'banzhaf', 'removal', 'realised', 'advantage'] as const)
          expectNear(truth[estimand] ?? [], expected[estimand] ?? []);
        expect(truth['first-error']).toEqual(expected['first-error']);
      }),
    );
  });

  it('are few where rules look at the last message alone: a relay of 64 has two per step', () => {
    const { tree, team } = grown(relayFile(64, 0.05));
    expect(tree.layers.map(({ first }) => first.length)).toEqual([1, ...new Array(63).fill(2)]);
    expectNear([team.values()[0]![0]!], [0.5 + 0.5 * 0.9 ** 64]);
  });

  it('are told apart while a later rule still can: an explicit table merges only equal halves', () => {
    const step = { agent: 'a', messages: ['x', 'y'], policy: [{ choose: [0.5, 0.5] }] };
    const table = (scores: readonly number[]): TeamFile => ({
      kind: 'team',
      agents: ['a'],
      range: [0, 1],
      steps: [step, step],
      outcome: ['xx', 'xy', 'yx', 'yy'].map((said, index) => ({ when: [...said], score: scores[index]! })),
    });
    expect(growTree(parseTeam(table([0, 1, 0, 1]), 'f')).layers[1]!.first).toHaveLength(1);
    expect(growTree(parseTeam(table([0, 1, 1, 0]), 'f')).layers[1]!.first).toHaveLength(2);
  });

  it('keep apart what later counts as an error', () => {
    const step = { agent: 'a', messages: ['x', 'y'], policy: [{ choose: [0.5, 0.5] }] };
    const file: TeamFile = {
      kind: 'team',
      agents: ['a'],
      range: [0, 1],
      steps: [step, step],
      outcome: [{ score: 0 }],
      errors: [{ step: 1, when: ['x'], messages: ['y'] }],
    };
    const { along } = grown(file);
    expect(along(['x', 'y'])['first-error']).toEqual({ step: 1, agent: 0 });
    expect(along(['y', 'y'])['first-error']).toEqual({ step: null, reason: 'undetermined' });
  });

  it('may be a million: the truth of the whole is still exact', () => {
    // A digit counter: after k messages there are 4^k distinct sums of powers of four, all of which the score tells apart.
    const steps = 10;
    const world: World = {
      ...apart(parseTeam(relayFile(1, 0.5), 'relay')),
      null: 'none',
      authors: new Array(steps).fill(0),
      menu: () => ['0', '1', '2', '3'].map((id) => ({ id, text: id, probability: 0.25 })),
      score: (said) => Number.parseInt(said.map(({ id }) => id).join(''), 4) / (4 ** steps - 1),
    };
    const tree = growTree(world);
    expect(tree.scores).toHaveLength(4 ** steps);
    expectNear([grown(world).value()], [0.5]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTeam } from '../../../tasks/teams/arbitrary.ts';
import { pathOf, scoreOf } from '../../../tasks/teams/path.ts';
import type { TeamFile } from '../../../tasks/teams/team-file.ts';
import { realisedGame } from '../../../tasks/teams/team-game.ts';
import { expectNear } from '../games/close.ts';
import { arbitraryFile } from './arbitrary-file.ts';
import { grown } from './grown.ts';

const arbitraries = {
  'the arbitrary team of the laws': arbitraryTeam(),
  'a random team file': arbitraryFile(),
};

describe.each(Object.entries(arbitraries))('for %s', (_, arbitrary) => {
  it('advantages and realised credits each add up to s(τ) − V(h₁)', () => {
    fc.assert(
      fc.property(arbitrary, ({ team, messages }) => {
        const { tree, value, along } = grown(team);
        const gain = scoreOf(tree, pathOf(tree, messages)) - value();
        const { advantage, realised } = along(messages);
        expectNear([sum(advantage!)], [gain]);
        expectNear([sum(realised!)], [gain]);
      }),
    );
  });

  it('advantages average to nothing under the policy at every context', () => {
    fc.assert(
      fc.property(arbitrary, ({ team }) => {
        const { tree, team: truth } = grown(team);
        for (const [step, { first, end, policy, next }] of tree.layers.entries()) {
          for (const context of first.keys()) {
            const edges = Array.from({ length: end[context]! - first[context]! }, (_, k) => first[context]! + k);
            const advantage = (edge: number) =>
              truth.values()[step + 1]![next[edge]!]! - truth.values()[step]![context]!;
            expectNear([sum(edges.map((edge) => policy[edge]! * advantage(edge)))], [0]);
          }
        }
      }),
    );
  });

  it('Shapley values divide v(N) − v(∅), and v(N) is V(h₁)', () => {
    fc.assert(
      fc.property(arbitrary, ({ team }) => {
        const { team: truth, value } = grown(team);
        const presence = truth.presence()!;
        expectNear([sum(truth.agents().shapley!)], [presence.at(-1)! - presence[0]!]);
        expectNear([presence.at(-1)!], [value()]);
      }),
    );
  });

  it('fixing the messages in the order of speaking gains their advantages, where everyone speaks once', () => {
    fc.assert(
      fc.property(arbitrary, ({ team, messages }) => {
        const solo = everyoneOnce(team);
        const { tree, along } = grown(solo);
        const game = realisedGame(tree, pathOf(tree, messages))!;
        const marginals = messages.map((_, step) => game[2 ** (step + 1) - 1]! - game[2 ** step - 1]!);
        expectNear(marginals, along(messages).advantage!);
      }),
    );
  });

  it('the first of two gets half its advantage in the realised game, where the last message decides', () => {
    fc.assert(
      fc.property(arbitrary, ({ team, messages }) => {
        fc.pre(team.steps.length >= 2);
        const { along } = grown(decidedByTheLast(everyoneOnce(team)));
        const { realised, advantage } = along(messages.slice(0, 2));
        expectNear([realised![0]!], [advantage![0]! / 2]);
      }),
    );
  });
});

it('the arbitrary team of the laws is a valid file that shrinks to two silent steps', () => {
  const { counterexample } = fc.check(
    fc.property(arbitraryTeam(), ({ team }) => {
      return grown(team).value() < 0;
    }),
    { seed: 1 },
  );
  expect(counterexample![0].messages).toEqual(['x', 'x']);
});

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}

/** The same steps, each with an agent of its own. */
function everyoneOnce(team: TeamFile): TeamFile {
  const agents = team.steps.map((_, step) => `agent ${step}`);
  return { ...team, agents, steps: team.steps.map((step, index) => ({ ...step, agent: agents[index]! })) };
}

/** The first two steps, scored by the second message alone. */
function decidedByTheLast({ errors: _, ...team }: TeamFile): TeamFile {
  const [, last] = team.steps;
  const outcome = last!.messages.map((message, place) => ({
    when: ['*', typeof message === 'string' ? message : message.id],
    score: [1, 0.25, 0][place]!,
  }));
  return { ...team, agents: team.agents.slice(0, 2), steps: team.steps.slice(0, 2), outcome };
}

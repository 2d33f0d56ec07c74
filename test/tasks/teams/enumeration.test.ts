import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextAt, pathOf } from '../../../tasks/teams/path.ts';
import { realisedGame } from '../../../tasks/teams/team-game.ts';
import { expectNear } from '../games/close.ts';
import { arbitraryFile } from './arbitrary-file.ts';
import { grown } from './grown.ts';
import { slowTeam } from './slow-team.ts';

describe('the truth of a random team agrees with naive recursion over its rules:', () => {
  it('V at every context', () => {
    fc.assert(
      fc.property(arbitraryFile(), ({ team }) => {
        const slow = slowTeam(team);
        const { tree, team: truth } = grown(team);
        const values = truth.values();
        for (const [step, layer] of values.entries())
          for (const said of slow.contexts(step))
            expectNear([layer[contextAt(tree, pathOf(tree, said), step)]!], [slow.value(said)]);
        expect(values).toHaveLength(team.steps.length + 1);
      }),
    );
  });

  it('v(S) of every coalition, and the values of its game', () => {
    fc.assert(
      fc.property(arbitraryFile(), ({ team }) => {
        const slow = slowTeam(team);
        const truth = grown(team).team;
        for (const [mask, worth] of truth.presence()!.entries())
          expectNear([worth], [slow.worth(membersOf(mask, slow.everyone))]);
        const { shapley, banzhaf, removal } = truth.agents();
        expectNear(shapley!, slow.agents().shapley);
        expectNear(banzhaf!, slow.agents().banzhaf);
        expectNear(removal!, slow.agents().removal);
      }),
    );
  });

  it('v_τ(S) of every coalition, and the Shapley value of its game', () => {
    fc.assert(
      fc.property(arbitraryFile(), ({ team, messages }) => {
        const slow = slowTeam(team);
        const { tree, along } = grown(team);
        for (const [mask, worth] of realisedGame(tree, pathOf(tree, messages))!.entries())
          expectNear([worth], [slow.realisedWorth(messages, membersOf(mask, slow.everyone))]);
        expectNear(along(messages).realised!, slow.realised(messages));
      }),
    );
  });

  it('the advantage of every message, and the first error', () => {
    fc.assert(
      fc.property(arbitraryFile(), ({ team, messages }) => {
        const slow = slowTeam(team);
        const truth = grown(team).along(messages);
        expectNear(truth.advantage!, slow.advantages(messages));
        expect(truth['first-error']).toEqual(slow.firstError(messages));
      }),
    );
  });
});

function membersOf(mask: number, everyone: readonly number[]): Set<number> {
  return new Set(everyone.filter((agent) => (mask >> agent) & 1));
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { removalOfTable } from '../../../harness/table-values.ts';
import { matrixGameWorld } from '../../../tasks/teams/matrix-game.ts';
import { pathOf } from '../../../tasks/teams/path.ts';
import { realisedGame } from '../../../tasks/teams/team-game.ts';
import { payoffsOf2B, twoStepWorld } from '../../../tasks/teams/two-step.ts';
import { expectClose, expectNear } from '../games/close.ts';
import { grown } from './grown.ts';

const coin = [0.5, 0.5];

describe('state 2B, played uniformly', () => {
  const { value, along, tree } = grown(matrixGameWorld(payoffsOf2B, [coin, coin]));

  it('is worth 5/2 and gives the first agent the marginal advantage of the book', () => {
    expectClose([value()], [5 / 2]);
    expectClose([along(['a0', 'a0']).advantage![0]!, along(['a1', 'a0']).advantage![0]!], [-2, 2]);
  });

  it('has aristocrat utility −1/2 and symmetric action-Shapley −5/4 at (0, 0), for both', () => {
    const game = realisedGame(tree, pathOf(tree, ['a0', 'a0']))!;
    expectClose(removalOfTable(game), [-1 / 2, -1 / 2]);
    expectClose(along(['a0', 'a0']).realised!, [-5 / 4, -5 / 4]);
  });
});

describe('the two-step game, played uniformly', () => {
  const { value, along, team, tree } = grown(twoStepWorld([coin, coin, coin]));

  it('is worth 19/4: 7 in 2A and 5/2 in 2B', () => {
    expectClose([value()], [(7 + 5 / 2) / 2]);
    expectClose(along(['2A', 'a0', 'a1']).advantage!, [9 / 4, 0, 0]);
    expectNear(along(['2B', 'a1', 'a1']).advantage!, [-9 / 4, 2, 7 / 2]);
    expectNear(along(['2B', 'a1', 'a0']).advantage!, [-9 / 4, 2, -7 / 2]);
  });

  it('holds every message fixed against the same menus in both states', () => {
    expect(tree.hasFixedMenus).toBe(true);
    expectNear(team.agents().shapley!, [0, 0]);
  });
});

it('the two-step game has the values of its definition under any policies', () => {
  const chance = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(chance, chance, chance, (safe, row, column) => {
      const { value, team } = grown(twoStepWorld([safe, row, column].map((first) => [first, 1 - first])));
      const mean = (first: number, second: number) =>
        first * (1 - second) + (1 - first) * second + 8 * (1 - first) * (1 - second);
      const worth = (toSafe: number, first: number, second: number) => 7 * toSafe + (1 - toSafe) * mean(first, second);
      expectNear([value()], [worth(safe, row, column)]);
      expectNear(team.presence()!, [
        worth(0.5, 0.5, 0.5),
        worth(safe, row, 0.5),
        worth(0.5, 0.5, column),
        worth(safe, row, column),
      ]);
    }),
  );
});

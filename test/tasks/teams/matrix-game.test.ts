import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { removalOfTable } from '../../../harness/table-values.ts';
import {
  climbingPayoffs,
  matrixGameWorld,
  penalty,
  penaltyPayoffs,
  qtranPayoffs,
} from '../../../tasks/teams/matrix-game.ts';
import { pathOf } from '../../../tasks/teams/path.ts';
import { realisedGame } from '../../../tasks/teams/team-game.ts';
import { expectClose, expectNear } from '../games/close.ts';
import { firstInstances } from './first-instances.ts';
import { grown } from './grown.ts';

const uniform = [1 / 3, 1 / 3, 1 / 3];
const known = [
  ['climbing', climbingPayoffs, -31 / 9, [-26, -20, 46], 52 / 3, 65 / 9],
  ['penalty of −100', penaltyPayoffs(-100), -178 / 9, [-92, 184, -92], 40, 134 / 9],
  ['qtran', qtranPayoffs, -40 / 9, [-8, 4, 4], 40 / 3, 56 / 9],
] as const;

describe.each(known)('%s, played uniformly', (_name, payoffs, mean, ninths, aristocrat, symmetric) => {
  const { value, along, team, tree } = grown(matrixGameWorld(payoffs, [uniform, uniform]));
  const play = (row: number, column: number) => along([`a${row}`, `a${column}`]);

  it('has the expectation of the book', () => {
    expectClose([value()], [mean]);
  });

  it('gives the first agent its marginal advantage and the second P − row mean', () => {
    for (const [row, payoffsOfRow] of payoffs.entries())
      for (const [column, payoff] of payoffsOfRow.entries()) {
        const rowMean = payoffsOfRow.reduce((sum, other) => sum + other, 0) / 3;
        expectNear(play(row, column).advantage!, [ninths[row]! / 9, payoff - rowMean]);
      }
  });

  it('gives both agents the symmetric action-Shapley value at (0, 0), halfway from marginal advantage to aristocrat utility', () => {
    expectClose(play(0, 0).realised!, [symmetric, symmetric]);
    expectClose([(ninths[0] / 9 + aristocrat) / 2], [symmetric]);
  });

  it('gives both agents the aristocrat utility at (0, 0) as what the outcome loses if their action is drawn afresh', () => {
    const game = realisedGame(tree, pathOf(tree, ['a0', 'a0']))!;
    expectClose(removalOfTable(game), [aristocrat, aristocrat]);
  });

  it('is worth nothing more with its agents than without, for absent agents play alike', () => {
    expectNear(team.agents().shapley!, [0, 0]);
    expect(tree.scores).toHaveLength(9);
  });
});

describe('a matrix game', () => {
  it('has realised credit ½ (row mean − V) + ½ (P − column mean) under any policies', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 });
    const action = fc.nat({ max: 2 });
    fc.assert(
      fc.property(weights, weights, action, action, (left, right, row, column) => {
        const [first, second] = [shares(left), shares(right)];
        const { along, value } = grown(matrixGameWorld(climbingPayoffs, [first, second]));
        const payoff = climbingPayoffs[row]![column]!;
        const rowMean = dot(second, climbingPayoffs[row]!);
        const columnMean = dot(
          first,
          climbingPayoffs.map((payoffs) => payoffs[column]!),
        );
        const { realised, advantage } = along([`a${row}`, `a${column}`]);
        expectNear(advantage!, [rowMean - value(), payoff - rowMean]);
        expectNear(realised!, [
          (rowMean - value() + payoff - columnMean) / 2,
          (columnMean - value() + payoff - rowMean) / 2,
        ]);
      }),
    );
  });

  it('of penalties has its range end where its penalty does', () => {
    const lows = new Set(firstInstances(penalty, 60).map(({ episode }) => episode.range[0]));
    expect(lows.size).toBeGreaterThan(5);
    for (const low of lows) expect([...new Array(10).keys()].map((k) => -10 * (k + 1))).toContain(low);
  });
});

function shares(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, factor, place) => sum + factor * right[place]!, 0);
}

import { type Random, randomInteger, randomShares } from '../../harness/random.ts';
import { teamTask } from './team-task.ts';
import { perfectJudge, type World } from './world.ts';

/** P[a₁][a₂], shared by both agents. */
type Payoffs = readonly (readonly number[])[];

export const climbingPayoffs: Payoffs = [
  [11, -30, 0],
  [-30, 7, 6],
  [0, 0, 5],
];

/** @param k what the two agents get if each goes for the other's of the two best pairs, below 0. */
export const penaltyPayoffs = (k: number): Payoffs => [
  [10, 0, k],
  [0, 2, 0],
  [k, 0, 10],
];

/** The game that QTRAN (Son et al. 2019) factorises and monotone mixers cannot. */
export const qtranPayoffs: Payoffs = [
  [8, -12, -12],
  [-12, 0, 0],
  [-12, 0, 0],
];

/** The climbing game of Claus and Boutilier (1998), played one after the other by random policies. */
export const climbing = teamTask({
  id: 'climbing',
  title: 'Climbing game: the best pair of actions lies next to the worst',
  version: 1,
  null: 'random',
  declaresErrors: false,
  draw: (random) => matrixGameWorld(climbingPayoffs, drawPolicies(random)),
});

/** The penalty game of Claus and Boutilier (1998), played one after the other by random policies, with a penalty of −10 to −100. */
export const penalty = teamTask({
  id: 'penalty',
  title: 'Penalty game: two best pairs of actions, mixing them up costs',
  version: 1,
  null: 'random',
  declaresErrors: false,
  draw: (random) => matrixGameWorld(penaltyPayoffs(-10 * randomInteger(random, 1, 10)), drawPolicies(random)),
});

/** The matrix game of QTRAN, played one after the other by random policies. */
export const qtran = teamTask({
  id: 'qtran',
  title: 'QTRAN game: one best pair of actions, safe pairs without it, and losses in between',
  version: 1,
  null: 'random',
  declaresErrors: false,
  draw: (random) => matrixGameWorld(qtranPayoffs, drawPolicies(random)),
});

function drawPolicies(random: Random): ArrayLike<number>[] {
  return [randomShares(random, 3), randomShares(random, 3)];
}

/**
 * A matrix game as a sequence: the second agent does not see what the first plays, yet advantages are taken at the full
 * prefix, so its own is P[a₁][a₂] minus the mean of row a₁ under its policy. Absent agents play uniformly.
 */
export function matrixGameWorld(payoffs: Payoffs, policies: readonly ArrayLike<number>[]): World {
  const all = payoffs.flat();
  const actionOf = (id: string) => Number(id.slice(1));
  return {
    agents: [
      { id: 'row', role: 'row' },
      { id: 'column', role: 'column' },
    ],
    problem: `Choose an action without knowing the other's; both of you are paid ${JSON.stringify(payoffs)}.`,
    range: [Math.min(...all), Math.max(...all)],
    threshold: Math.max(...all),
    noise: 'none',
    null: 'random',
    declaresErrors: false,
    judge: perfectJudge,
    authors: [0, 1],
    menu: (step) =>
      Array.from(policies[step]!, (probability, action) => ({
        id: `a${action}`,
        text: `I play action ${action}.`,
        probability,
        absent: 1 / policies[step]!.length,
      })),
    score: ([row, column]) => payoffs[actionOf(row!.id)]![actionOf(column!.id)]!,
  };
}

import { climbingPayoffs, matrixGameWorld, penaltyPayoffs, qtranPayoffs } from '../../tasks/teams/matrix-game.ts';
import { payoffsOf2B } from '../../tasks/teams/two-step.ts';
import { copies, withRollouts } from './known-rollouts.ts';
import { episodeSaying, type Team, teamOf } from './on.ts';

export type Payoffs = readonly (readonly number[])[];

/** The games of task-families.md §2 with the book's mean squared errors: VDN's fit, the best monotone matrix, their best pair. */
export const matrixGames: readonly (readonly [string, Payoffs, { vdn: number; monotone: number }])[] = [
  ['climbing', climbingPayoffs, { vdn: 14182 / 81, monotone: 110.824 }],
  ['penalty of −100', penaltyPayoffs(-100), { vdn: 116296 / 81, monotone: 896.296 }],
  ['penalty of −10', penaltyPayoffs(-10), { vdn: 3616 / 81, monotone: 31.111 }],
  ['qtran', qtranPayoffs, { vdn: 4096 / 81, monotone: 32 }],
  ['2B', payoffsOf2B, { vdn: 9 / 4, monotone: 0 }],
  [
    'or',
    [
      [0, 1],
      [1, 1],
    ],
    { vdn: 1 / 16, monotone: 1 / 16 },
  ],
  [
    'and',
    [
      [0, 0],
      [0, 1],
    ],
    { vdn: 1 / 16, monotone: 0 },
  ],
];

/** Every pair of actions played once. */
export function everyPair(payoffs: Payoffs) {
  return payoffs.flatMap((row, first) =>
    row.map((outcome, second) => ({
      messages: [
        { agent: 0, text: textOf(first) },
        { agent: 1, text: textOf(second) },
      ],
      outcome,
    })),
  );
}

export function textOf(action: number): string {
  return `I play action ${action}.`;
}

/** A matrix game under these policies, in which every pair of actions was played once by the fresh episodes. */
export function playedGame(payoffs: Payoffs, policies: readonly (readonly number[])[]) {
  const team: Team = teamOf(matrixGameWorld(payoffs, policies));
  return (row: number, column: number) => {
    const instance = episodeSaying(team, [`a${row}`, `a${column}`]);
    const episodes = everyPair(payoffs).flatMap(({ messages, outcome }) =>
      copies(
        instance,
        messages.map(({ text }) => text),
        outcome,
        1,
      ),
    );
    return withRollouts(instance, episodes);
  };
}

import { randomShares } from '../../harness/random.ts';
import { teamTask } from './team-task.ts';
import { perfectJudge, type World } from './world.ts';

/** What the second state pays: 7 whatever is played in 2A, and this in 2B. */
export const payoffsOf2B = [
  [0, 1],
  [1, 8],
] as const;

/** The two-step game of QMIX (Rashid et al. 2018): the first agent chooses between a safe state and one that pays more if both agree. */
export const twoStep = teamTask({
  id: 'two-step',
  title: 'Two-step game: a safe state, or one that pays most if both agree',
  version: 1,
  null: 'random',
  declaresErrors: false,
  draw: (random) => twoStepWorld([0, 1, 2].map(() => randomShares(random, 2))),
});

/**
 * The first agent chooses the state and then its action, the second, which does not see that action, its own; as in
 * matrix-game.ts advantages are taken at the full prefix. Absent agents play uniformly.
 * @param policies P(option) of the state, of the first and of the second agent's action.
 */
export function twoStepWorld(policies: readonly ArrayLike<number>[]): World {
  const options = [
    ['2A', '2B'],
    ['a0', 'a1'],
    ['a0', 'a1'],
  ] as const;
  return {
    agents: [
      { id: 'first', role: 'first' },
      { id: 'second', role: 'second' },
    ],
    problem: `State 2A pays 7; state 2B pays ${JSON.stringify(payoffsOf2B)} by the actions of both.`,
    range: [0, 8],
    threshold: 8,
    noise: 'none',
    null: 'random',
    declaresErrors: false,
    judge: perfectJudge,
    authors: [0, 0, 1],
    menu: (step) =>
      options[step]!.map((id, option) => ({
        id,
        text: step === 0 ? `We go to state ${id}.` : `I play action ${option}.`,
        probability: policies[step]![option]!,
        absent: 0.5,
      })),
    state: (said) => (said[0]?.id === '2A' ? '2A' : said.map(({ id }) => id).join(' ')),
    score: ([state, row, column]) =>
      state!.id === '2A' ? 7 : payoffsOf2B[row!.id === 'a0' ? 0 : 1][column!.id === 'a0' ? 0 : 1],
  };
}

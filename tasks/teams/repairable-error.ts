import { type Random, randomInteger } from '../../harness/random.ts';
import { teamTask } from './team-task.ts';
import { fallibleJudge, scoredZeroToOne, type Utterance, type World } from './world.ts';

/** P(an agent corrupts a clean plan) and P(it repairs a corrupted one); errors are absorbing where nobody repairs. */
export type Hand = { readonly corrupts: number; readonly repairs: number };

/** A plan passes from hand to hand; any agent may corrupt it and a later one may repair it. The outcome is 1 if it ends up clean. */
export const repairableError = teamTask({
  id: 'repairable-error',
  title: 'Repairable error: a plan may be corrupted and repaired again',
  version: 1,
  null: 'pass-through',
  declaresErrors: true,
  draw: (random) => ({ ...repairableErrorWorld(drawHands(random)), judge: fallibleJudge }),
});

/** One team in four never repairs. */
function drawHands(random: Random): Hand[] {
  const isAbsorbing = random.below(4) === 0;
  return Array.from({ length: randomInteger(random, 4, 6) }, () => ({
    corrupts: randomInteger(random, 1, 8) / 20,
    repairs: isAbsorbing ? 0 : randomInteger(random, 1, 10) / 20,
  }));
}

/** Absent agents hand the plan on as it is. The message that corrupts is the error, whether it is repaired or not. */
export function repairableErrorWorld(hands: readonly Hand[]): World {
  return {
    agents: hands.map((_, hand) => ({ id: `hand-${hand + 1}`, role: `hand-${hand + 1}` })),
    problem: 'Hand the plan on; if you find a mistake in it, repair it.',
    ...scoredZeroToOne,
    null: 'pass-through',
    declaresErrors: true,
    authors: hands.map((_, hand) => hand),
    menu(step, said) {
      const clean = isClean(said);
      const { corrupts, repairs } = hands[step]!;
      return [
        { id: 'good', text: 'The plan goes on as it is.', probability: clean ? 1 - corrupts : 1 - repairs, absent: 1 },
        {
          id: 'corrupt',
          text: 'I change the plan for the worse.',
          probability: clean ? corrupts : 0,
          absent: 0,
          isWrong: clean,
        },
        { id: 'repair', text: 'I put the plan right.', probability: clean ? 0 : repairs, absent: 0 },
      ];
    },
    state: (said) => (isClean(said) ? 'clean' : 'corrupt'),
    score: (said) => (isClean(said) ? 1 : 0),
  };
}

/** Nobody corrupted the plan after its last repair. */
function isClean(said: readonly Utterance[]): boolean {
  return (said.findLast(({ id }) => id !== 'good')?.id ?? 'repair') === 'repair';
}

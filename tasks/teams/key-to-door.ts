import { type Random, randomInteger, randomShares } from '../../harness/random.ts';
import { teamTask } from './team-task.ts';
import { perfectJudge, type Utterance, type World } from './world.ts';

/** What lies at every step between key and door: nothing, a small or a large distractor, in tenths of 23/L. */
export type Distractor = 0 | 1 | 9;

/** The linear key-to-door task of COCOA (Meulemans et al. 2023) as a team: one picks up the key, others what lies on the way, one opens. */
export const keyToDoor = teamTask({
  id: 'key-to-door',
  title: 'Key to door: an early choice pays late, distractors pay in between',
  version: 1,
  null: 'zero',
  declaresErrors: false,
  draw(random) {
    const distractors = drawDistractors(random.stream('distractors'));
    const policies = random.stream('policies');
    return keyToDoorWorld(
      distractors,
      Array.from({ length: distractors.length + 2 }, () => randomShares(policies, actions.length)),
    );
  },
});

/** A distractor lies at a step with probability 0.8, a small and a large one are as likely. */
function drawDistractors(random: Random): Distractor[] {
  return Array.from({ length: randomInteger(random, 2, 4) }, () => {
    if (random.float() >= 0.8) return 0;
    return random.below(2) === 0 ? 1 : 9;
  });
}

const actions = [
  ['pick', 'I pick up what lies here.'],
  ['open', 'I open the door.'],
  ['look', 'I look around.'],
  ['wait', 'I wait.'],
] as const;
const treasure = 2;

/**
 * The outcome is what was collected, in units of 23/(10 L), plus a treasure of 2 units if the key was picked up first and the
 * door opened last; L is the number of steps.
 * @param policies P(action) of every step: picker, collectors, opener. Absent agents wait.
 */
export function keyToDoorWorld(distractors: readonly Distractor[], policies: readonly ArrayLike<number>[]): World {
  const last = policies.length - 1;
  const unit = 2.3 / policies.length;
  const hasKey = (said: readonly Utterance[]) => said[0]?.id === 'pick';
  const units = (said: readonly Utterance[]) =>
    distractors.reduce<number>((sum, worth, place) => sum + (said[place + 1]?.id === 'pick' ? worth : 0), 0) +
    (hasKey(said) && said[last]?.id === 'open' ? treasure : 0);
  return {
    agents: policies.map((_, step) => {
      const role = step === 0 ? 'picker' : step === last ? 'opener' : 'collector';
      return { id: role === 'collector' ? `collector-${step}` : role, role };
    }),
    problem: 'The first of you may pick up a key, the last may open a door with it; pick up what lies on the way.',
    range: [0, unit * distractors.reduce<number>((sum, worth) => sum + worth, treasure)],
    threshold: unit * treasure,
    noise: 'none',
    null: 'zero',
    declaresErrors: false,
    judge: perfectJudge,
    authors: policies.map((_, step) => step),
    menu: (step) =>
      actions.map(([id, text], action) => ({
        id,
        text,
        probability: policies[step]![action]!,
        absent: id === 'wait' ? 1 : 0,
      })),
    state: (said) => `${said.length <= last && hasKey(said)} ${units(said)}`,
    score: (said) => unit * units(said),
  };
}

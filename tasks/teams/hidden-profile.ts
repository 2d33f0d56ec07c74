import { type Random, randomInteger, shuffle } from '../../harness/random.ts';
import { teamTask } from './team-task.ts';
import { scoredZeroToOne, type Utterance, type World } from './world.ts';

/** Whether an agent holds one of the clues, and P(it speaks up). */
export type Member = { readonly hasClue: boolean; readonly candour: number };

/** The answer is the parity of all clues, so it takes every holder; one missing clue leaves a coin flip, whose score is ½. */
export const hiddenProfile = teamTask({
  id: 'hidden-profile',
  title: 'Hidden profile: the answer takes every clue, some agents hold none',
  version: 1,
  null: 'delete',
  declaresErrors: false,
  draw: (random) => hiddenProfileWorld(drawMembers(random)),
});

function drawMembers(random: Random): Member[] {
  const holders = new Array<number>(randomInteger(random, 2, 4)).fill(1);
  const bystanders = new Array<number>(randomInteger(random, 0, 2)).fill(0);
  return shuffle(random, [...holders, ...bystanders]).map((clues) => ({
    hasClue: clues === 1,
    candour: randomInteger(random, 12, 20) / 20,
  }));
}

/** v(S) = ½ + ½ Π candour of the holders if S has them all, else ½. */
export function hiddenProfileWorld(members: readonly Member[]): World {
  return {
    agents: members.map((_, member) => ({ id: `member-${member + 1}`, role: 'member' })),
    problem: 'Is the number of ones on the clues even or odd? Tell the team your clue.',
    ...scoredZeroToOne,
    null: 'delete',
    declaresErrors: false,
    authors: members.map((_, member) => member),
    menu: (step) => {
      const { hasClue, candour } = members[step]!;
      const text = hasClue ? `My clue says ${step % 2}.` : 'I hold no clue.';
      return [
        { id: 'tell', text, probability: candour, absent: 0 },
        { id: 'silent', text: 'I have nothing to add.', probability: 1 - candour, absent: 1 },
      ];
    },
    state: (said) => (isComplete(said, members) ? 'complete' : 'lost'),
    score: (said) => (isComplete(said, members) ? 1 : 0.5),
  };
}

/** Nobody kept a clue back so far. */
function isComplete(said: readonly Utterance[], members: readonly Member[]): boolean {
  return said.every(({ id }, member) => id === 'tell' || !members[member]!.hasClue);
}

import { type Random, randomInteger } from '../../harness/random.ts';
import { teamTask } from './team-task.ts';
import { scoredZeroToOne, type Utterance, type World } from './world.ts';

/** What everybody knows speaks for the wrong option; only the clues that single agents hold, told together, outweigh it. */
export const sharedInformation = teamTask({
  id: 'shared-information',
  title: 'Shared information: evidence all know speaks against the scattered clues',
  version: 1,
  null: 'delete',
  declaresErrors: false,
  draw: (random) => {
    const clues = drawClues(random);
    const total = clues.reduce((sum, { weight }) => sum + weight, 0);
    return sharedInformationWorld(clues, randomInteger(random, 1, total - 1));
  },
});

/** How much an agent's own clue weighs for the right option, and P(it tells the clue rather than repeat what all know). */
export type Clue = { readonly weight: number; readonly candour: number };

function drawClues(random: Random): Clue[] {
  return Array.from({ length: randomInteger(random, 3, 5) }, () => ({
    weight: randomInteger(random, 1, 3),
    candour: randomInteger(random, 8, 20) / 20,
  }));
}

/** @param shared the weight of the common evidence, all of it for the wrong option; a balance counts half. */
export function sharedInformationWorld(clues: readonly Clue[], shared: number): World {
  const silence = { id: 'silent', text: '(nothing)', probability: 0, absent: 1 };
  return {
    agents: clues.map((_, holder) => ({ id: `holder-${holder + 1}`, role: 'holder' })),
    problem: `Choose A or B. All of you know ${shared} in favour of B; each knows something in favour of A.`,
    ...scoredZeroToOne,
    null: 'delete',
    declaresErrors: false,
    authors: clues.map((_, holder) => holder),
    menu: (step) => {
      const { weight, candour } = clues[step]!;
      return [
        { id: 'tell', text: `I know ${weight} in favour of A.`, probability: candour, absent: 0 },
        { id: 'repeat', text: 'As we all know, B looks good.', probability: 1 - candour, absent: 0 },
        silence,
      ];
    },
    state: (said) => String(toldBy(said, clues)),
    score: (said) => 0.5 + 0.5 * Math.sign(toldBy(said, clues) - shared),
  };
}

/** The weight of the clues that were told. */
function toldBy(said: readonly Utterance[], clues: readonly Clue[]): number {
  return said.reduce((sum, { id }, holder) => sum + (id === 'tell' ? clues[holder]!.weight : 0), 0);
}

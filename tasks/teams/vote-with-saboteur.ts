import { type Random, randomInteger, shuffle } from '../../harness/random.ts';
import { teamTask } from './team-task.ts';
import { scoredZeroToOne, type Utterance, type World } from './world.ts';

/** Independent voters, one of them more often wrong than right; absent voters abstain, a tie counts half. */
export const voteWithSaboteur = teamTask({
  id: 'vote-with-saboteur',
  title: 'Majority vote with a saboteur',
  version: 1,
  null: 'delete',
  declaresErrors: false,
  draw: (random) => voteWorld(drawVoters(random)),
});

function drawVoters(random: Random): number[] {
  const honest = Array.from({ length: randomInteger(random, 2, 4) }, () => randomInteger(random, 11, 19) / 20);
  return shuffle(random, [...honest, randomInteger(random, 2, 8) / 20]);
}

/** @param rightRates P(voter i votes for the right option). */
export function voteWorld(rightRates: readonly number[]): World {
  const abstention = { id: 'abstain', text: '(no vote)', probability: 0, absent: 1 };
  return {
    agents: rightRates.map((_, voter) => ({ id: `voter-${voter + 1}`, role: 'voter' })),
    problem: 'Vote for A or B. The majority decides; A is right.',
    ...scoredZeroToOne,
    null: 'delete',
    declaresErrors: false,
    authors: rightRates.map((_, voter) => voter),
    menu: (step) => [
      { id: 'A', text: 'I vote A.', probability: rightRates[step]!, absent: 0 },
      { id: 'B', text: 'I vote B.', probability: 1 - rightRates[step]!, absent: 0 },
      abstention,
    ],
    state: (said) => String(leadOf(said)),
    score: (said) => 0.5 + 0.5 * Math.sign(leadOf(said)),
  };
}

/** Votes for A minus votes for B. */
function leadOf(said: readonly Utterance[]): number {
  return said.reduce((lead, { id }) => lead + (id === 'A' ? 1 : id === 'B' ? -1 : 0), 0);
}

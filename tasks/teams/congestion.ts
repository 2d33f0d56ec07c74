import { type Random, randomInteger, randomShares } from '../../harness/random.ts';
import { teamTask } from './team-task.ts';
import { perfectJudge, type Utterance, type World } from './world.ts';

/** The bar problem: each agent chooses a night without seeing the others' choices; a night that is too full is worth less to all. */
export const congestion = teamTask({
  id: 'congestion',
  title: 'Bar problem: agents choose nights, crowds spoil them',
  version: 1,
  null: 'zero',
  declaresErrors: false,
  draw: (random) => congestionWorld(drawPatrons(random), randomInteger(random, 2, 6) / 2),
});

/** Four to eight agents and two or three nights. */
function drawPatrons(random: Random): Float64Array[] {
  const nights = randomInteger(random, 2, 3);
  return Array.from({ length: randomInteger(random, 4, 8) }, () => randomShares(random, nights));
}

/** What a night of `attendance` guests is worth: x e^{−x/b}. */
export function nightWorth(attendance: number, capacity: number): number {
  return attendance * Math.exp(-attendance / capacity);
}

/** The difference reward D_i of one guest of a night of `attendance`: what the night would lose without it. */
export function guestWorth(attendance: number, capacity: number): number {
  return nightWorth(attendance, capacity) - nightWorth(attendance - 1, capacity);
}

/** @param patrons P(night) of every agent; absent agents stay at home. @param capacity b: a night is worth most with b guests. */
export function congestionWorld(patrons: readonly ArrayLike<number>[], capacity: number): World {
  const nights = patrons[0]!.length;
  const attendances = (said: readonly Utterance[]) =>
    Array.from({ length: nights }, (_, night) => said.filter(({ id }) => id === `night-${night}`).length);
  const best = Math.max(...patrons.map((_, others) => nightWorth(others + 1, capacity)));
  return {
    agents: patrons.map((_, patron) => ({ id: `patron-${patron + 1}`, role: 'patron' })),
    problem: `Choose one of ${nights} nights without knowing what the others choose; about ${capacity} guests make a good night.`,
    range: [0, nights * best],
    threshold: nights * best,
    noise: 'none',
    null: 'zero',
    declaresErrors: false,
    judge: perfectJudge,
    authors: patrons.map((_, patron) => patron),
    menu: (step) => [
      ...Array.from(patrons[step]!, (probability, night) => ({
        id: `night-${night}`,
        text: `I go on night ${night + 1}.`,
        probability,
        absent: 0,
      })),
      { id: 'home', text: 'I stay at home.', probability: 0, absent: 1 },
    ],
    state: (said) => attendances(said).join(' '),
    score: (said) => attendances(said).reduce((sum, attendance) => sum + nightWorth(attendance, capacity), 0),
  };
}

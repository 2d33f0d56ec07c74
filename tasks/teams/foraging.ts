import { type Random, randomInteger } from '../../harness/random.ts';
import { teamTask } from './team-task.ts';
import { scoredZeroToOne, type Utterance, type World } from './world.ts';

/** An agent's level, and P(it loads rather than waits). */
export type Forager = { readonly level: number; readonly eagerness: number };

/** Level-based foraging with one food: it is carried off if the levels of the loaders add up to at least its own; absent agents wait. */
export const foraging = teamTask({
  id: 'foraging',
  title: 'Level-based foraging: one food, heavy enough to need helpers',
  version: 1,
  null: 'zero',
  declaresErrors: false,
  draw: (random) => foragingWorld(...drawForagers(random)),
});

function drawForagers(random: Random): [Forager[], number] {
  const foragers = Array.from({ length: randomInteger(random, 3, 5) }, () => ({
    level: randomInteger(random, 1, 4),
    eagerness: randomInteger(random, 10, 20) / 20,
  }));
  const levels = foragers.map(({ level }) => level);
  const total = levels.reduce((sum, level) => sum + level, 0);
  return [foragers, randomInteger(random, Math.max(...levels), total)];
}

/** @param food its level. */
export function foragingWorld(foragers: readonly Forager[], food: number): World {
  return {
    agents: foragers.map((_, forager) => ({ id: `forager-${forager + 1}`, role: 'forager' })),
    problem: `Load the food of level ${food}, or wait.`,
    ...scoredZeroToOne,
    null: 'zero',
    declaresErrors: false,
    authors: foragers.map((_, forager) => forager),
    menu: (step) => {
      const { level, eagerness } = foragers[step]!;
      return [
        { id: 'load', text: `I load with level ${level}.`, probability: eagerness, absent: 0 },
        { id: 'wait', text: 'I wait.', probability: 1 - eagerness, absent: 1 },
      ];
    },
    state: (said) => String(Math.min(food, loadedBy(said, foragers))),
    score: (said) => (loadedBy(said, foragers) >= food ? 1 : 0),
  };
}

/** The levels of those who load, added up. */
function loadedBy(said: readonly Utterance[], foragers: readonly Forager[]): number {
  return said.reduce((sum, { id }, forager) => sum + (id === 'load' ? foragers[forager]!.level : 0), 0);
}

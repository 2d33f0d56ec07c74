import { type Random, randomInteger } from '../../harness/random.ts';
import { teamTask } from './team-task.ts';
import { fallibleJudge, scoredZeroToOne, type World } from './world.ts';

/** Agents pass on a bit, each flipping what it hears with its own probability; absent agents copy. Truth in closed form in relay-closed-form.ts. */
export const relay = teamTask({
  id: 'relay',
  title: 'Relay chain: a bit is passed on, each agent may flip it',
  version: 1,
  null: 'pass-through',
  declaresErrors: true,
  draw: (random) => ({ ...relayWorld(drawFlipRates(random)), judge: fallibleJudge }),
});

function drawFlipRates(random: Random): number[] {
  return Array.from({ length: randomInteger(random, 3, 5) }, () => randomInteger(random, 1, 8) / 20);
}

/** @param flipRates P(agent i flips the bit it hears). `random`: an absent agent tosses a fair coin instead of copying. */
export function relayWorld(flipRates: readonly number[], absence: 'pass-through' | 'random' = 'pass-through'): World {
  return {
    agents: flipRates.map((_, agent) => ({ id: `relay-${agent + 1}`, role: `relay-${agent + 1}` })),
    problem: 'Pass the bit on unchanged. The source says 1.',
    ...scoredZeroToOne,
    null: absence,
    declaresErrors: true,
    authors: flipRates.map((_, agent) => agent),
    menu(step, said) {
      const heard = said.at(-1)?.id ?? '1';
      return ['0', '1'].map((bit) => ({
        id: bit,
        text: `The bit is ${bit}.`,
        probability: bit === heard ? 1 - flipRates[step]! : flipRates[step]!,
        absent: absence === 'random' ? 0.5 : bit === heard ? 1 : 0,
        isWrong: bit !== heard,
      }));
    },
    state: (said) => said.at(-1)?.id ?? '1',
    score: (said) => (said.at(-1)!.id === '1' ? 1 : 0),
  };
}

import { type Random, randomInteger, randomNormal, randomShares } from '../../harness/random.ts';
import { teamTask } from './team-task.ts';
import { perfectJudge, type World } from './world.ts';

/** Who speaks at every step, how many messages there are to choose from, and the standard deviation of what a choice adds to the success probability. */
export type Turn = { readonly agent: number; readonly messages: number; readonly spread: number };

/** A chain of roles in which every choice shifts the success probability, and policies depend on all that was said; scored as a coin flip. */
export const roleChain = teamTask({
  id: 'role-chain',
  title: 'Chain of three to five turns with random policies and effects',
  version: 1,
  null: 'random',
  declaresErrors: false,
  draw: (random) => roleChainWorld(drawTurns(random.stream('turns')), random.stream('tables')),
});

/** Spreads go from the upstream to the downstream one in equal steps; where turns outnumber agents, the first ones speak again. */
function drawTurns(random: Random): Turn[] {
  const turns = randomInteger(random, 3, 5);
  const agents = randomInteger(random, 3, turns);
  const [upstream, downstream] = [randomInteger(random, 1, 6) / 20, randomInteger(random, 1, 6) / 20];
  return Array.from({ length: turns }, (_, turn) => ({
    agent: turn % agents,
    messages: randomInteger(random, 2, 3),
    spread: upstream + ((downstream - upstream) * turn) / (turns - 1),
  }));
}

/** @param random names a stream for every prefix, so policies and effects depend on it and on what was said alone. */
export function roleChainWorld(turns: readonly Turn[], random: Random): World {
  const agents = 1 + Math.max(...turns.map(({ agent }) => agent));
  const base = 0.5 + 0.15 * randomNormal(random.stream('base'));
  return {
    agents: Array.from({ length: agents }, (_, agent) => ({ id: `role-${agent + 1}`, role: `role-${agent + 1}` })),
    problem: 'One after the other, each of you chooses how to go on.',
    range: [0, 1],
    threshold: 1,
    noise: 'bernoulli',
    null: 'random',
    declaresErrors: false,
    judge: perfectJudge,
    authors: turns.map(({ agent }) => agent),
    menu: (step, said) => {
      const { messages } = turns[step]!;
      const shares = randomShares(random.stream('policy', ...said.map(({ id }) => id)), messages);
      return Array.from(shares, (probability, message) => ({
        id: `m${message}`,
        text: `move ${message}`,
        probability,
        absent: 1 / messages,
      }));
    },
    score: (said) => {
      const ids = said.map(({ id }) => id);
      const effects = turns.map(
        ({ spread }, turn) => spread * randomNormal(random.stream('effect', ...ids.slice(0, turn + 1))),
      );
      const success = effects.reduce((sum, effect) => sum + effect, base);
      // Away from 0 and 1, as in reasoner-actor, so that no transcript is certain.
      return Math.min(0.98, Math.max(0.02, success));
    },
  };
}

import { type Random, randomInteger, randomNormal, randomShares } from '../../harness/random.ts';
import { remembered } from './remembered.ts';
import { teamTask } from './team-task.ts';
import { perfectJudge, type World } from './world.ts';

/** Who speaks at every step, how many messages there are to choose from, and the standard deviation of what a choice adds to the success probability. */
export type Turn = { readonly agent: number; readonly messages: number; readonly spread: number };

/** A chain of roles in which every choice shifts the success probability, and policies depend on all that was said; scored as a coin flip. */
export const roleChain = chainTask(
  'role-chain',
  'Chain of three to five turns with random policies and effects',
  (random) => {
    const turns = randomInteger(random, 3, 5);
    return drawTurns(random, turns, randomInteger(random, 3, turns), 3);
  },
);

/** The shortest chain: two agents, a turn each, of two to four messages. */
export const roleChain2 = chainTask('role-chain-2', 'Chain of two turns with random policies and effects', (random) =>
  drawTurns(random, 2, 2, 4),
);

/** A long chain: ten agents, a turn each, of two messages. */
export const roleChain10 = chainTask('role-chain-10', 'Chain of ten turns with random policies and effects', (random) =>
  drawTurns(random, 10, 10, 2),
);

function chainTask(id: string, title: string, draw: (random: Random) => Turn[]) {
  return teamTask({
    id,
    title,
    version: 1,
    null: 'random',
    declaresErrors: false,
    draw: (random) => roleChainWorld(draw(random.stream('turns')), random.stream('tables')),
  });
}

/** Spreads go from the upstream to the downstream one in equal steps; where turns outnumber agents, the first ones speak again. */
function drawTurns(random: Random, turns: number, agents: number, mostMessages: number): Turn[] {
  const [upstream, downstream] = [randomInteger(random, 1, 6) / 20, randomInteger(random, 1, 6) / 20];
  return Array.from({ length: turns }, (_, turn) => ({
    agent: turn % agents,
    messages: randomInteger(random, 2, mostMessages),
    spread: upstream + ((downstream - upstream) * turn) / (turns - 1),
  }));
}

/** @param random names a stream for every prefix, so policies and effects depend on it and on what was said alone. */
export function roleChainWorld(turns: readonly Turn[], random: Random): World {
  const agents = 1 + Math.max(...turns.map(({ agent }) => agent));
  const base = 0.5 + 0.15 * randomNormal(random.stream('base'));
  const effectOf = remembered((...ids) => randomNormal(random.stream('effect', ...ids)));
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
      const effects = turns.map(({ spread }, turn) => spread * effectOf(...ids.slice(0, turn + 1)));
      const success = effects.reduce((sum, effect) => sum + effect, base);
      // Away from 0 and 1, as in reasoner-actor, so that no transcript is certain.
      return Math.min(0.98, Math.max(0.02, success));
    },
  };
}

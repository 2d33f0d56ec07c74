import { randomInteger } from '../../harness/random.ts';
import { agentNames } from './agent-names.ts';
import { parity as parityGame } from './forms/parity.ts';
import { gameTask } from './game-task.ts';

/** 3, 5, 7, 9 or 11 agents; an even number of them would have Shapley values of zero, and no relative error. */
export const parity = gameTask({
  id: 'parity',
  title: 'Parity',
  version: 1,
  truth: 'closed-form',
  draw: (random) => parityGame({ agents: agentNames(2 * randomInteger(random, 1, 5) + 1) }),
});

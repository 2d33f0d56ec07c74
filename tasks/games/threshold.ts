import { randomInteger } from '../../harness/random.ts';
import { agentNames } from './agent-names.ts';
import { threshold as thresholdGame } from './forms/threshold.ts';
import { gameTask } from './game-task.ts';

/** Any k of 3 to 12 agents suffice. */
export const threshold = gameTask({
  id: 'threshold',
  title: 'k of n',
  version: 1,
  truth: 'closed-form',
  draw(random) {
    const agents = agentNames(randomInteger(random, 3, 12));
    return thresholdGame({ agents, k: randomInteger(random, 1, agents.length) });
  },
});

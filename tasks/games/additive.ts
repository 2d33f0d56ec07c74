import { randomInteger } from '../../harness/random.ts';
import { agentNames } from './agent-names.ts';
import { additive as additiveGame } from './forms/additive.ts';
import { gameTask } from './game-task.ts';

/** 3 to 12 agents who each contribute an integer from −5 to 5, whoever else is there. */
export const additive = gameTask({
  id: 'additive',
  title: 'Independent contributions',
  version: 1,
  truth: 'closed-form',
  draw(random) {
    const agents = agentNames(randomInteger(random, 3, 12));
    return additiveGame({ agents, contributions: agents.map(() => randomInteger(random, -5, 5)) });
  },
});

import { randomInteger } from '../../harness/random.ts';
import { agentNames } from './agent-names.ts';
import { airport as airportGame } from './forms/airport.ts';
import { gameTask } from './game-task.ts';

/** 3 to 12 users of one runway, who need 1 to 20 units of it. */
export const airport = gameTask({
  id: 'airport',
  title: 'Airport',
  version: 1,
  truth: 'closed-form',
  draw(random) {
    const agents = agentNames(randomInteger(random, 3, 12));
    return airportGame({ agents, costs: agents.map(() => randomInteger(random, 1, 20)) });
  },
});

import { randomInteger } from '../../harness/random.ts';
import { agentNames } from './agent-names.ts';
import { glove as gloveGame } from './forms/glove.ts';
import { gameTask } from './game-task.ts';
import { randomTeam } from './random-terms.ts';

/** 3 to 12 owners of one glove each, at least one of either hand. */
export const glove = gameTask({
  id: 'glove',
  title: 'Glove market',
  version: 1,
  truth: 'closed-form',
  draw(random) {
    const agents = agentNames(randomInteger(random, 3, 12));
    const left = randomTeam(random, agents, randomInteger(random, 1, agents.length - 1));
    return gloveGame({ agents, left, right: agents.filter((agent) => !left.includes(agent)) });
  },
});

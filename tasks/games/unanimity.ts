import { randomInteger } from '../../harness/random.ts';
import { agentNames } from './agent-names.ts';
import { unanimity as unanimityGame } from './forms/unanimity.ts';
import { gameTask } from './game-task.ts';
import { randomTerms } from './random-terms.ts';

/** Sums of unanimity games (SOUG) of 3 to 10 agents: one to three terms per agent, of at most four members. */
export const unanimity = gameTask({
  id: 'unanimity',
  title: 'Sums of unanimity games',
  version: 1,
  truth: 'closed-form',
  draw(random) {
    const agents = agentNames(randomInteger(random, 3, 10));
    const count = randomInteger(random, agents.length, 3 * agents.length);
    return unanimityGame({ agents, terms: randomTerms(random, agents, count) });
  },
});

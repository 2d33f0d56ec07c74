import { randomInteger } from '../../harness/random.ts';
import { agentNames } from './agent-names.ts';
import { unanimity } from './forms/unanimity.ts';
import { gameTask } from './game-task.ts';
import { randomTeam, randomTerms } from './random-terms.ts';

/** Sums of unanimity games of 2 to 8 agents, among whom 1 to 3 null players stand who change nothing. */
export const nullPlayer = gameTask({
  id: 'null-player',
  title: 'Null players',
  version: 1,
  truth: 'closed-form',
  draw(random) {
    const active = randomInteger(random, 2, 8);
    const agents = agentNames(active + randomInteger(random, 1, 3));
    return unanimity({ agents, terms: randomTerms(random, randomTeam(random, agents, active), 2 * active) });
  },
});

import { randomInteger } from '../../harness/random.ts';
import { agentNames } from './agent-names.ts';
import { unanimity } from './forms/unanimity.ts';
import { gameTask } from './game-task.ts';
import { randomTeam } from './random-terms.ts';

/** A team of 2 to 4 earns 2 to 10 together; one other agent, present, destroys a part of it; up to four more add 1 to 3 each. */
export const saboteur = gameTask({
  id: 'saboteur',
  title: 'A saboteur',
  version: 1,
  truth: 'closed-form',
  draw(random) {
    const size = randomInteger(random, 2, 4);
    const agents = agentNames(size + 1 + randomInteger(random, 0, 4));
    const [harmful, ...others] = randomTeam(random, agents, agents.length);
    const team = others.slice(0, size);
    const earned = randomInteger(random, 2, 10);
    return unanimity({
      agents,
      terms: [
        { members: team, coefficient: earned },
        { members: [...team, harmful!], coefficient: -randomInteger(random, 1, earned) },
        ...others.slice(size).map((agent) => ({ members: [agent], coefficient: randomInteger(random, 1, 3) })),
      ],
    });
  },
});

import { randomInteger } from '../../harness/random.ts';
import { agentNames } from './agent-names.ts';
import { unanimity } from './forms/unanimity.ts';
import { gameTask } from './game-task.ts';

/** a0 ∧ (a1 ∨ a2), worth 1 to 10, beside up to five agents who add 1 to 3 on their own: nobody misses one of the pair alone. */
export const redundantPair = gameTask({
  id: 'redundant-pair',
  title: 'A redundant pair',
  version: 1,
  truth: 'closed-form',
  draw(random) {
    const scale = randomInteger(random, 1, 10);
    const agents = agentNames(3 + randomInteger(random, 0, 5));
    return unanimity({
      agents,
      terms: [
        { members: ['a0', 'a1'], coefficient: scale },
        { members: ['a0', 'a2'], coefficient: scale },
        { members: ['a0', 'a1', 'a2'], coefficient: -scale },
        ...agents.slice(3).map((agent) => ({ members: [agent], coefficient: randomInteger(random, 1, 3) })),
      ],
    });
  },
});

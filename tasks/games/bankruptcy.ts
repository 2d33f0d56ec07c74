import { randomInteger } from '../../harness/random.ts';
import { agentNames } from './agent-names.ts';
import { bankruptcy as bankruptcyGame } from './forms/bankruptcy.ts';
import { gameTask } from './game-task.ts';

/** 3 to 12 creditors who claim 1 to 30 each, of an estate that does not cover all claims. */
export const bankruptcy = gameTask({
  id: 'bankruptcy',
  title: 'Bankruptcy',
  version: 1,
  truth: 'closed-form',
  draw(random) {
    const agents = agentNames(randomInteger(random, 3, 12));
    const claims = agents.map(() => randomInteger(random, 1, 30));
    const total = claims.reduce((sum, claim) => sum + claim, 0);
    return bankruptcyGame({ agents, claims, estate: randomInteger(random, 1, total - 1) });
  },
});

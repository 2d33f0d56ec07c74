import { randomInteger } from '../../harness/random.ts';
import { agentNames } from './agent-names.ts';
import { weightedVoting as weightedVotingGame } from './forms/weighted-voting.ts';
import { gameTask } from './game-task.ts';

/** 5 to 12 voters of 1 to 20 votes; the quota lies between a simple majority and three quarters of the votes. */
export const weightedVoting = gameTask({
  id: 'weighted-voting',
  title: 'Weighted voting',
  version: 1,
  truth: 'closed-form',
  draw(random) {
    const agents = agentNames(randomInteger(random, 5, 12));
    const weights = agents.map(() => randomInteger(random, 1, 20));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const quota = randomInteger(random, Math.floor(total / 2) + 1, Math.ceil((3 * total) / 4));
    return weightedVotingGame({ agents, weights, quota });
  },
});

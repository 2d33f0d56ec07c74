import { pick, randomInteger } from '../../harness/random.ts';
import { agentNames } from './agent-names.ts';
import { inducedSubgraph as inducedSubgraphGame } from './forms/induced-subgraph.ts';
import { gameTask } from './game-task.ts';

/** Graphs of 3 to 12 agents: one to three edges per agent, loops among them, with integer weights from −5 to 5. */
export const inducedSubgraph = gameTask({
  id: 'induced-subgraph',
  title: 'Induced subgraph',
  version: 1,
  truth: 'closed-form',
  draw(random) {
    const agents = agentNames(randomInteger(random, 3, 12));
    const edges = Array.from({ length: randomInteger(random, agents.length, 3 * agents.length) }, () => ({
      between: [pick(random, agents), pick(random, agents)] satisfies [string, string],
      weight: randomInteger(random, -5, 5),
    }));
    return inducedSubgraphGame({ agents, edges });
  },
});

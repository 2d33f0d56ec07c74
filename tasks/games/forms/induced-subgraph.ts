import { z } from 'zod';
import { agentIndex } from '../check-agents.ts';
import { formSchema, type Spec } from '../form-schema.ts';
import type { Game } from '../game.ts';
import { unanimitySum } from '../unanimity-sum.ts';

/** `between`: two names of agents, or one twice for a loop. */
export const inducedSubgraphSchema = formSchema('induced-subgraph', {
  edges: z.array(z.strictObject({ between: z.tuple([z.string(), z.string()]), weight: z.number() })),
});

/** v(S) = the weight of all edges inside S: unanimity terms of two agents, or of one where the edge is a loop. Deng & Papadimitriou (1994). */
export function inducedSubgraph({ agents, edges }: Spec<typeof inducedSubgraphSchema>, file = 'game'): Game {
  const index = agentIndex(agents, file);
  return unanimitySum(
    agents,
    edges.map(({ between, weight }, edge) => ({
      members: between.map((name, end) => index(name, ['edges', edge, 'between', end])),
      coefficient: weight,
    })),
  );
}

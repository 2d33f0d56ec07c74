import { z } from 'zod';
import { checkOnePerAgent } from '../check-agents.ts';
import { formSchema, type Spec } from '../form-schema.ts';
import type { Game } from '../game.ts';
import { unanimitySum } from '../unanimity-sum.ts';

/** `contributions`: one per agent. */
export const additiveSchema = formSchema('additive', { contributions: z.array(z.number()) });

/** v(S) = the contributions of the members of S, added up. */
export function additive({ agents, contributions }: Spec<typeof additiveSchema>, file = 'game'): Game {
  checkOnePerAgent('contributions', contributions, agents, file);
  return unanimitySum(
    agents,
    contributions.map((coefficient, agent) => ({ members: [agent], coefficient })),
  );
}

import { z } from 'zod';
import { agentIndex } from '../check-agents.ts';
import { formSchema, type Spec } from '../form-schema.ts';
import type { Game } from '../game.ts';
import { unanimitySum } from '../unanimity-sum.ts';

/** `members`: names of agents; `constant`: added to every v(S), 0 if left out. */
export const unanimitySchema = formSchema('unanimity', {
  constant: z.number().optional(),
  terms: z.array(z.strictObject({ members: z.array(z.string()), coefficient: z.number() })),
});

/** v(S) = constant + Σ coefficient · 1[members ⊆ S]; terms of the same members add up, an agent listed twice is one member. */
export function unanimity({ agents, constant, terms }: Spec<typeof unanimitySchema>, file = 'game'): Game {
  const index = agentIndex(agents, file);
  return unanimitySum(
    agents,
    terms.map(({ members, coefficient }, term) => ({
      members: members.map((name, member) => index(name, ['terms', term, 'members', member])),
      coefficient,
    })),
    constant,
  );
}

import { z } from 'zod';
import { checkOnePerAgent } from '../check-agents.ts';
import { formSchema, type Spec } from '../form-schema.ts';
import type { Game } from '../game.ts';
import { weightGame } from '../weight-game.ts';

/** `claims`: one per agent; `estate`: what there is to divide; none negative. */
export const bankruptcySchema = formSchema('bankruptcy', {
  claims: z.array(z.number().nonnegative()),
  estate: z.number().nonnegative(),
});

/** v(S) = what the claims outside S leave of the estate, at least 0. O'Neill (1982). */
export function bankruptcy({ agents, claims, estate }: Spec<typeof bankruptcySchema>, file = 'game'): Game {
  checkOnePerAgent('claims', claims, agents, file);
  const total = claims.reduce((sum, claim) => sum + claim, 0);
  return weightGame(agents, claims, (claimed) => Math.max(0, estate - (total - claimed)), file);
}

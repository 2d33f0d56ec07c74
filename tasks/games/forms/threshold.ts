import { z } from 'zod';
import { formSchema, type Spec } from '../form-schema.ts';
import type { Game } from '../game.ts';
import { symmetricGame } from '../symmetric-game.ts';

/** `k`: how many agents it takes. */
export const thresholdSchema = formSchema('threshold', { k: z.int().nonnegative() });

/** v(S) = 1 where S has at least k members, else 0. */
export function threshold({ agents, k }: Spec<typeof thresholdSchema>): Game {
  return symmetricGame(agents, (size) => (size >= k ? 1 : 0));
}

import { formSchema, type Spec } from '../form-schema.ts';
import type { Game } from '../game.ts';
import { symmetricGame } from '../symmetric-game.ts';

/** The agents are all there is to say. */
export const paritySchema = formSchema('parity', {});

/** v(S) = 1 where the number of members of S is odd, else 0. */
export function parity({ agents }: Spec<typeof paritySchema>): Game {
  return symmetricGame(agents, (size) => (size % 2 === 1 ? 1 : 0));
}

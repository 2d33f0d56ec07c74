import { emptyCoalitions } from '../../harness/coalitions.ts';
import type { Access, Episode } from '../../harness/contract.ts';

/** What a control shares out among agents: the outcome less v(∅), or the whole outcome where no coalition can be asked. */
export async function totalToShare(
  { agents, outcome }: Episode,
  { worth }: Pick<Access<never, 'worth'>, 'worth'>,
): Promise<number> {
  if (worth === undefined) return outcome;
  const [empty] = await worth(emptyCoalitions(agents.length, 1));
  return outcome - empty!;
}

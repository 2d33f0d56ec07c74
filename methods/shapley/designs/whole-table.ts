import { allCoalitions } from '../../../harness/coalitions.ts';
import type { Access } from '../../../harness/contract.ts';

const mostAgents = 24;

/** v(S) by bit mask where `calls` cover all 2ⁿ coalitions of a deterministic game; undefined where they do not. */
export async function wholeTable(
  agents: number,
  { worth, noise }: Pick<Access<'worth'>, 'worth' | 'noise'>,
  calls: number,
): Promise<Float64Array | undefined> {
  if (noise === 'sampled' || agents > mostAgents || 2 ** agents > calls) return undefined;
  return worth(allCoalitions(agents));
}

import { allCoalitions } from '../../harness/coalitions.ts';
import type { Access, Episode } from '../../harness/contract.ts';
import { drawsWithin, meanWorth } from '../../harness/mean-worth.ts';
import { needsCalls } from '../options.ts';

const mostAgents = 24;

/** The sentence of a method that asks every coalition, where it cannot. */
export function refusesEnumeration({ agents }: Episode, budget: number): string | undefined {
  if (agents.length > mostAgents)
    return `enumerates 2^n coalitions for up to ${mostAgents} agents; the team has ${agents.length}`;
  return needsCalls(2 ** agents.length, budget);
}

/** v(S) by bit mask, length 2ⁿ; where worth is sampled, the mean of as many draws of each coalition as the budget allows. */
export async function worthTable(
  episode: Episode,
  access: Pick<Access<'worth'>, 'worth' | 'noise' | 'budget'>,
): Promise<Float64Array> {
  const coalitions = allCoalitions(episode.agents.length);
  const draws = drawsWithin(access.budget.limit, coalitions.count, access.noise);
  return meanWorth(episode, access, coalitions, draws);
}

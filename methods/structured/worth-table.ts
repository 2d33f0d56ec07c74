import { emptyCoalitions } from '../../harness/coalitions.ts';
import type { Access, Episode } from '../../harness/contract.ts';
import { drawsWithin, meanWorth } from '../../harness/mean-worth.ts';

/** The most agents whose coalitions are told apart one by one: 1,048,576 of them. */
const mostAgents = 20;

/** The sentence of a method that looks through all coalitions for those it needs, where there are too many. */
export function refusesTeam({ agents }: Episode): string | undefined {
  return agents.length > mostAgents
    ? `looks through 2^n coalitions for up to ${mostAgents} agents; the team has ${agents.length}`
    : undefined;
}

/** Evaluator calls of the coalitions marked in `needed` (by bit mask, length 2ⁿ), and of N, which the given episode pays for. */
export function callsFor(needed: Uint8Array): number {
  return needed.reduce((calls, mark) => calls + mark, 1 - needed.at(-1)!);
}

/**
 * v(S) by bit mask where `needed` is 1, and of N; no number elsewhere, which no credit survives. Where worth is sampled, the
 * mean of as many draws of each coalition as the budget allows.
 */
export async function worthTable(
  episode: Episode,
  access: Pick<Access<'worth'>, 'worth' | 'noise' | 'budget'>,
  needed: Uint8Array,
): Promise<Float64Array> {
  const coalitions = emptyCoalitions(episode.agents.length, callsFor(needed));
  const grand = needed.length - 1;
  let row = 0;
  for (let mask = 0; mask <= grand; mask++) if (needed[mask] === 1 || mask === grand) coalitions.words[row++] = mask;
  const draws = drawsWithin(access.budget.limit, coalitions.count, access.noise);
  const worths = await meanWorth(episode, access, coalitions, draws);
  const table = new Float64Array(needed.length).fill(Number.NaN);
  worths.forEach((worth, index) => {
    table[coalitions.words[index]!] = worth;
  });
  return table;
}

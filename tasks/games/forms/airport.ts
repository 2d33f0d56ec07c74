import { z } from 'zod';
import { isMember } from '../../../harness/coalitions.ts';
import { checkOnePerAgent } from '../check-agents.ts';
import { formSchema, type Spec } from '../form-schema.ts';
import { closedForm, type Game } from '../game.ts';

/** `costs`: what each agent needs when alone, not negative. */
export const airportSchema = formSchema('airport', { costs: z.array(z.number().nonnegative()) });

/** v(S) = the largest cost in S. Each stretch from one cost to the next is shared by all who reach it. Littlechild & Owen (1973). */
export function airport({ agents, costs }: Spec<typeof airportSchema>, file = 'game'): Game {
  checkOnePerAgent('costs', costs, agents, file);
  const descending = agents.map((_, agent) => agent).sort((a, b) => costs[b]! - costs[a]!);
  const credit = (divisor: (users: number) => number) => {
    const credits = new Float64Array(agents.length);
    let share = 0;
    let reached = 0;
    descending.toReversed().forEach((agent, rank) => {
      share += (costs[agent]! - reached) / divisor(agents.length - rank);
      reached = costs[agent]!;
      credits[agent] = share;
    });
    return credits;
  };
  return closedForm(
    {
      agents,
      range: [0, costs[descending[0]!]!],
      worth: (coalitions) =>
        Float64Array.from({ length: coalitions.count }, (_, row) => {
          const largest = descending.find((agent) => isMember(coalitions, row, agent));
          return largest === undefined ? 0 : costs[largest]!;
        }),
    },
    { shapley: () => credit((users) => users), banzhaf: () => credit((users) => 2 ** (users - 1)) },
  );
}

import { allCoalitions, type Coalitions, isMember } from '../../harness/coalitions.ts';
import type { Access, Episode } from '../../harness/contract.ts';
import { meanWorth } from '../../harness/mean-worth.ts';
import type { SuccessInputs } from '../../harness/signals/success-record.ts';
import { shapleyOfTable } from '../../harness/table-values.ts';
import { permutationEstimate } from './permutation-estimate.ts';
import type { EstimatorPlan } from './success-plan.ts';

export type AgentCredit = Pick<SuccessInputs, 'agents' | 'worth' | 'estimator'>;

/** φ per agent with the v(∅) and v(N) it sums to; `equal` shares the outcome and is no Shapley value. */
export async function agentCredit(
  episode: Episode,
  access: Pick<Access<never, 'worth'>, 'worth' | 'random' | 'noise'>,
  plan: EstimatorPlan,
): Promise<AgentCredit> {
  const { length: agents } = episode.agents;
  if (plan.id === 'equal')
    return {
      agents: new Float64Array(agents).fill(episode.outcome / agents),
      worth: null,
      estimator: { id: 'equal-split' },
    };
  const { noise, random } = access;
  // The plan asks for worth only where it is offered.
  const worth = access.worth!;
  if (plan.id === 'exact') {
    const table = await meanWorth(episode, { worth, noise }, allCoalitions(agents), plan.draws);
    return {
      agents: shapleyOfTable(table),
      worth: { empty: table[0]!, grand: table.at(-1)! },
      estimator: { id: 'shapley-exact', noise, draws: plan.draws },
    };
  }
  const sums = { empty: 0, grand: episode.outcome };
  const counts = { empty: 0, grand: 1 };
  const seen = async (coalitions: Coalitions) => {
    const worths = await worth(coalitions);
    for (const [row, value] of worths.entries()) {
      const end = endOf(coalitions, row);
      if (end === undefined) continue;
      sums[end] += value;
      counts[end]++;
    }
    return worths;
  };
  return {
    agents: await permutationEstimate(episode, { worth: seen, random, noise }, plan.orders, true),
    worth: { empty: sums.empty / counts.empty, grand: sums.grand / counts.grand },
    estimator: { id: 'shapley-permutation', noise, orders: plan.orders },
  };
}

/** Whether the row is v(∅) or v(N), whose means over the orders the marginals sum to. */
function endOf(coalitions: Coalitions, row: number): 'empty' | 'grand' | undefined {
  let members = 0;
  for (let agent = 0; agent < coalitions.agents; agent++) if (isMember(coalitions, row, agent)) members++;
  if (members === 0) return 'empty';
  return members === coalitions.agents ? 'grand' : undefined;
}

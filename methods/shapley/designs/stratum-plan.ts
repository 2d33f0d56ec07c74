import { type Random, randomOrder } from '../../../harness/random.ts';
import { spread } from './spread.ts';

/** Strata to sample: `agent` joins a random coalition of `size` others; the credit gains `weight` times the mean of its marginals. */
export type StratumPlan = {
  readonly agent: Uint32Array;
  readonly size: Uint32Array;
  readonly weight: Float64Array;
};

/**
 * As many of the strata (agent, size), sizes `smallest` … `largest`, as `marginals` pay for: all of them; else equally many
 * of every agent, give or take one, at evenly spread sizes; else one of as many random agents. Weights are one over n times
 * the probability of a stratum's being in the plan, so that the weighted sum of all means is unbiased.
 */
export function planStrata(
  random: Random,
  agents: number,
  smallest: number,
  largest: number,
  marginals: number,
): StratumPlan {
  const sizes = largest - smallest + 1;
  const count = Math.min(marginals, agents * sizes);
  const plan = { agent: new Uint32Array(count), size: new Uint32Array(count), weight: new Float64Array(count) };
  const each = Math.floor(count / agents);
  const withOneMore = count - each * agents;
  let stratum = 0;
  for (const [rank, agent] of randomOrder(random, agents).entries()) {
    const chosen = each + (rank < withOneMore ? 1 : 0);
    const likelihood = each === 0 ? count / agents / sizes : chosen / sizes;
    for (const size of spread(random, sizes).subarray(0, chosen)) {
      plan.agent[stratum] = agent;
      plan.size[stratum] = smallest + size;
      plan.weight[stratum++] = 1 / (agents * likelihood);
    }
  }
  return plan;
}

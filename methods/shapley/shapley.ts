import { emptyCoalitions } from '../../harness/coalitions.ts';
import type { Access, Episode } from '../../harness/contract.ts';
import { defineMethod } from '../../harness/define.ts';
import { needsCalls, noOptions } from '../options.ts';
import { callsWithin } from './designs/calls-within.ts';
import { ordersWithin, permutationEstimate } from './permutation-estimate.ts';
import type { Estimate } from './regression/estimate.ts';
import { kernelEstimate } from './regression/kernel-estimate.ts';
import { proxyEstimate } from './regression/proxy-estimate.ts';
import { type ShapleyPlan, shapleyPlan } from './shapley-plan.ts';

/**
 * The recommended estimator of the Shapley value. All 2ⁿ coalitions where the budget covers them. Else, of a deterministic worth with at least
 * 8n calls for up to 128 agents, cross-fitted proxies on a design that a pilot chooses. Else from 4n calls on, weighted least squares on
 * pairs, with a ridge while they are few; below, antithetic orders; below n + 1, equal shares of v(N) − v(∅). Conserves always.
 */
export const shapley = defineMethod({
  id: 'shapley',
  title: 'Shapley value, recommended estimator',
  source: 'Shapley (1953); proxies with correction: Witter et al. (2025), arXiv 2506.11849, cross-fitted',
  targets: ['shapley'],
  needs: ['worth'],
  cost: '2ⁿ evaluator calls where the budget covers them, else the budget',
  laws: { efficiency: 'always', symmetry: 'in-expectation', determinism: 'always', budget: 'always' },
  options: noOptions,
  refuses: (_episode, budget) => needsCalls(2, budget),
  async assign(episode, access) {
    return { agents: (await shapleyEstimate(episode, access)).credit };
  },
});

/** What `shapley` answers, with standard errors where it has them and the way it went. */
export async function shapleyEstimate(
  episode: Episode,
  access: Pick<Access<'worth'>, 'worth' | 'noise' | 'random' | 'budget'>,
): Promise<Estimate & { readonly plan: ShapleyPlan }> {
  const agents = episode.agents.length;
  const calls = callsWithin(access.budget.limit, agents);
  const plan = shapleyPlan(agents, calls, access.noise);
  switch (plan) {
    case 'table':
    case 'regression': {
      const options = { isPaired: true, shape: 'kernel', isReplaced: false, fit: 'auto' } as const;
      return { plan, ...(await kernelEstimate(episode, access, options)) };
    }
    case 'proxies':
      return { plan, ...(await proxyEstimate(episode, access, calls)) };
    case 'orders': {
      const orders = ordersWithin(calls, agents, access.noise);
      const credit = await permutationEstimate(episode, access, orders, true);
      return { plan, credit, standardErrors: { undefined: 'too few orders' } };
    }
    case 'equal-split': {
      const share = (episode.outcome - (await access.worth(emptyCoalitions(agents, 1)))[0]!) / agents;
      const credit = new Float64Array(agents).fill(share);
      return { plan, credit, standardErrors: { undefined: 'equal shares are no estimate' } };
    }
  }
}

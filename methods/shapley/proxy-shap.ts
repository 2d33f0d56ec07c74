import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { needsCalls } from '../options.ts';
import { callsWithin } from './designs/calls-within.ts';
import { kernelEstimate } from './regression/kernel-estimate.ts';
import { callsPerAgent, mostAgentsOfProxies, proxyEstimate } from './regression/proxy-estimate.ts';

/**
 * The Shapley value of a fitted function, corrected by what the fit leaves of coalitions it has not seen: regression-adjusted sampling,
 * cross-fitted so that the fit costs no bias. Exact where the budget covers all 2ⁿ coalitions.
 */
export const proxyShap = defineMethod({
  id: 'proxy-shap',
  title: 'Cross-fitted proxy with correction',
  source: 'Witter et al. (2025), arXiv 2506.11849; ProxySHAP (2026), arXiv 2605.22738',
  targets: ['shapley'],
  needs: ['worth'],
  cost: '2 + m evaluator calls for m drawn coalitions, within the budget',
  laws: { efficiency: 'always', symmetry: 'in-expectation', determinism: 'always', budget: 'always' },
  options: z.strictObject({
    proxy: z
      .enum(['linear', 'trees', 'logistic'])
      .default('linear')
      .describe('linear by coalition size; boosted trees; a logistic function of a weighted sum'),
  }),
  refuses: ({ agents: { length: agents } }, budget, _options, noise) => {
    if (noise === 'sampled') return 'takes every worth for certain; here each is one draw';
    if (agents > mostAgentsOfProxies)
      return `fits proxies for up to ${mostAgentsOfProxies} agents; the team has ${agents}`;
    return needsCalls(Math.min(2 ** agents, callsPerAgent * agents), budget);
  },
  async assign(episode, access, { proxy }) {
    const agents = episode.agents.length;
    const calls = callsWithin(access.budget.limit, agents);
    if (2 ** agents > calls) return { agents: (await proxyEstimate(episode, access, calls, [proxy])).credit };
    const whole = { isPaired: true, shape: 'kernel', isReplaced: false, fit: 'auto' } as const;
    return { agents: (await kernelEstimate(episode, access, whole)).credit };
  },
});

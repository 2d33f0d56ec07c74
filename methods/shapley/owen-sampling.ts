import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { shapleyOfTable } from '../../harness/table-values.ts';
import { needsCalls } from '../options.ts';
import { callsWithin } from './designs/calls-within.ts';
import { presenceRates } from './designs/presence-rates.ts';
import { sampleStrata } from './designs/sample-strata.ts';
import { sampleToggles } from './designs/sample-toggles.ts';
import { planStrata } from './designs/stratum-plan.ts';
import { wholeTable } from './designs/whole-table.ts';

/**
 * The Shapley value as ∫₀¹ E[v(S ∪ i) − v(S ∖ i)] dt, every agent in S with probability t: n + 1 calls give every agent a
 * marginal. Below n + 2 calls, single marginals of random agents at random sizes.
 */
export const owenSampling = defineMethod({
  id: 'owen-sampling',
  title: 'Owen (multilinear) sampling',
  source: 'Owen (1972); Okhrati & Lipani (2020), arXiv 2010.12082',
  targets: ['shapley'],
  needs: ['worth'],
  cost: 'n + 1 evaluator calls per drawn coalition, within the budget',
  laws: {
    efficiency: 'in-expectation',
    symmetry: 'in-expectation',
    'null-player': 'always',
    linearity: 'always',
    sign: 'always',
    determinism: 'always',
    budget: 'always',
  },
  options: z.strictObject({
    quadrature: z
      .enum(['grid', 'gauss', 'random'])
      .default('grid')
      .describe('t: one in each of equal parts of [0, 1]; Gauss–Legendre nodes as often as they weigh; or independent'),
    halved: z.boolean().default(false).describe('every coalition with its complement, at 1 − t'),
  }),
  refuses: ({ agents }, budget, _options, noise) => needsCalls(agents.length === 1 && noise === 'none' ? 2 : 3, budget),
  async assign({ agents: { length: agents } }, access, { quadrature, halved }) {
    const { budget, random } = access;
    const calls = callsWithin(budget.limit, agents);
    const table = await wholeTable(agents, access, calls);
    if (table !== undefined) return { agents: shapleyOfTable(table) };
    const draws = Math.floor((calls - budget.spent) / (agents + 1));
    if (draws === 0) {
      const credit = new Float64Array(agents);
      const marginals = Math.max(1, Math.floor((calls - budget.spent) / 2));
      await sampleStrata(planStrata(random, agents, 0, agents - 1, marginals), access, calls, credit);
      return { agents: credit };
    }
    const isPaired = halved && draws > 1;
    const rates = presenceRates(random, agents, isPaired ? Math.floor(draws / 2) : draws, quadrature);
    return { agents: await sampleToggles(rates, isPaired, access, calls, agents) };
  },
});

import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { semivalueOfTable } from '../../harness/table-values.ts';
import { betaWeights } from './beta-weights.ts';
import { refusesEnumeration, worthTable } from './enumeration.ts';

const parameter = (what: string) => z.number().min(1e-6).max(1e6).describe(what);

/** Σ_{S∌i} p_s (v(S∪i) − v(S)), p_s = B(s + β, n − 1 − s + α) / B(α, β): Shapley’s where α = β = 1. 2ⁿ evaluator calls. */
export const betaShapley = defineMethod({
  id: 'beta-shapley',
  title: 'Beta Shapley value by enumeration',
  source: 'Kwon & Zou (2022), arXiv 2110.14049',
  targets: [],
  needs: ['worth'],
  cost: '2ⁿ evaluator calls',
  laws: {
    symmetry: 'always',
    'null-player': 'always',
    linearity: 'always',
    boundedness: 'always',
    sign: 'always',
    determinism: 'always',
    budget: 'always',
  },
  options: z.strictObject({
    alpha: parameter('α: the larger, the more small coalitions weigh').default(4),
    beta: parameter('β: the larger, the more large coalitions weigh').default(1),
  }),
  refuses: refusesEnumeration,
  async assign(episode, access, { alpha, beta }) {
    const weights = betaWeights(episode.agents.length, alpha, beta);
    return { agents: semivalueOfTable(await worthTable(episode, access), weights) };
  },
});

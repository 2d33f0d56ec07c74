import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { needsCalls } from '../options.ts';
import { kernelEstimate } from './regression/kernel-estimate.ts';

/** KernelSHAP with the exact matrix in place of the sampled one: a weighted sum over coalitions, unbiased from n + 1 calls, 2⌈n/2⌉ + 2 in pairs. */
export const kernelShapUnbiased = defineMethod({
  id: 'kernel-shap-unbiased',
  title: 'Unbiased KernelSHAP',
  source: 'Covert & Lee (2021), arXiv 2012.01536; SHAP-IQ: Fumagalli et al. (2023), arXiv 2303.01179',
  targets: ['shapley'],
  needs: ['worth'],
  cost: '2 + m evaluator calls for m drawn coalitions, within the budget',
  laws: {
    efficiency: 'always',
    symmetry: 'in-expectation',
    'null-player': 'in-expectation',
    linearity: 'always',
    determinism: 'always',
    budget: 'always',
  },
  options: z.strictObject({
    paired: z.boolean().default(true).describe('every coalition with its complement'),
    sizes: z
      .enum(['kernel', 'root', 'leverage'])
      .default('root')
      .describe('coalitions of size s in proportion to 1/(s(n−s)), to its root, or alike'),
  }),
  refuses: (_episode, budget) => needsCalls(2, budget),
  async assign(episode, access, { paired, sizes }) {
    const options = { isPaired: paired, shape: sizes, isReplaced: false, fit: 'sum' } as const;
    return { agents: (await kernelEstimate(episode, access, options)).credit };
  },
});

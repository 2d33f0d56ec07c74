import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { needsCalls } from '../options.ts';
import { kernelEstimate } from './regression/kernel-estimate.ts';

/** The Shapley value as weighted least squares on sampled coalitions, by default complementary pairs without repeats. */
export const kernelShap = defineMethod({
  id: 'kernel-shap',
  title: 'KernelSHAP',
  source: 'Lundberg & Lee (2017), arXiv 1705.07874; pairs: Covert & Lee (2021), arXiv 2012.01536',
  targets: ['shapley'],
  needs: ['worth'],
  cost: '2 + m evaluator calls for m drawn coalitions, within the budget',
  laws: {
    efficiency: 'always',
    symmetry: 'in-expectation',
    linearity: 'always',
    determinism: 'always',
    budget: 'always',
  },
  options: z.strictObject({
    paired: z.boolean().default(true).describe('every coalition with its complement'),
    sizes: z
      .enum(['kernel', 'root', 'leverage'])
      .default('kernel')
      .describe('coalitions of size s in proportion to 1/(s(n−s)), to its root, or alike'),
    replacement: z.boolean().default(false).describe('draw each coalition by itself, as first published'),
    ridge: z
      .number()
      .nonnegative()
      .optional()
      .describe('share of the mean diagonal; by default 0.1 below two units per agent, 0.01 below four, else 0'),
  }),
  refuses: (_episode, budget) => needsCalls(2, budget),
  async assign(episode, access, { paired, sizes, replacement, ridge }) {
    const options = { isPaired: paired, shape: sizes, isReplaced: replacement, fit: ridge ?? 'auto' } as const;
    return { agents: (await kernelEstimate(episode, access, options)).credit };
  },
});

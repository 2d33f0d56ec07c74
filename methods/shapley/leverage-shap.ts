import { defineMethod } from '../../harness/define.ts';
import { needsCalls, noOptions } from '../options.ts';
import { kernelEstimate } from './regression/kernel-estimate.ts';

/** KernelSHAP on as many complementary pairs of every size: each coalition by its leverage in the regression. */
export const leverageShap = defineMethod({
  id: 'leverage-shap',
  title: 'Leverage SHAP',
  source: 'Musco & Witter (2025), arXiv 2410.01917',
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
  options: noOptions,
  refuses: (_episode, budget) => needsCalls(2, budget),
  async assign(episode, access) {
    const options = { isPaired: true, shape: 'leverage', isReplaced: false, fit: 'auto' } as const;
    return { agents: (await kernelEstimate(episode, access, options)).credit };
  },
});

import { defineMethod } from '../../harness/define.ts';
import { banzhafOfTable } from '../../harness/table-values.ts';
import { noOptions } from '../options.ts';
import { refusesEnumeration, worthTable } from './enumeration.ts';

/** β_i = 2^{1−n} Σ_{S∌i} (v(S∪i) − v(S)): the mean marginal contribution over all coalitions of the others. 2ⁿ evaluator calls. */
export const banzhafExact = defineMethod({
  id: 'banzhaf-exact',
  title: 'Banzhaf value by enumeration',
  source: 'Banzhaf (1965)',
  targets: ['banzhaf'],
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
  options: noOptions,
  refuses: refusesEnumeration,
  assign: async (episode, access) => ({ agents: banzhafOfTable(await worthTable(episode, access)) }),
});

import { defineMethod } from '../../harness/define.ts';
import { CreditbenchError } from '../../harness/errors.ts';
import { largestOf } from '../../harness/statistics/without-dust.ts';
import { banzhafOfTable } from '../../harness/table-values.ts';
import { noOptions } from '../options.ts';
import { refusesEnumeration, worthTable } from './enumeration.ts';

/**
 * β_i (v(N) − v(∅)) / Σβ: Banzhaf values rescaled to what there is to share, which flips their signs where Σβ and v(N) − v(∅)
 * differ in sign. There is none where Σβ = 0, so it fails there, and promises no law that a failure would break. 2ⁿ evaluator calls.
 */
export const banzhafNormalised = defineMethod({
  id: 'banzhaf-normalised',
  title: 'Banzhaf value, rescaled to the total',
  source: 'Dubey & Shapley (1979); the rescaled index of Banzhaf (1965)',
  targets: [],
  needs: ['worth'],
  cost: '2ⁿ evaluator calls',
  laws: {
    efficiency: 'always',
    symmetry: 'always',
    'null-player': 'always',
    determinism: 'always',
    budget: 'always',
  },
  options: noOptions,
  refuses: refusesEnumeration,
  async assign(episode, access) {
    const values = await worthTable(episode, access);
    const banzhaf = banzhafOfTable(values);
    const sum = banzhaf.reduce((total, value) => total + value, 0);
    const scale = largestOf(values.map((value) => value - values[0]!));
    // Rounding leaves a residue of Σβ = 0; divided by, it would give credits of any size.
    if (Math.abs(sum) <= 1e-12 * scale * banzhaf.length)
      throw new CreditbenchError('refused', `the Banzhaf values sum to 0 and cannot be rescaled to v(N) − v(∅)`);
    const factor = (values.at(-1)! - values[0]!) / sum;
    return { agents: banzhaf.map((value) => value * factor) };
  },
});

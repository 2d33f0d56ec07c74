import type { Credit, Truth } from '../../harness/contract.ts';
import { defineMethod } from '../../harness/define.ts';
import { noOptions } from '../options.ts';

/** The truth itself: the best score every metric allows. */
export const oracle = defineMethod({
  id: 'oracle',
  title: 'Oracle: the truth',
  source: 'control',
  targets: [],
  needs: [],
  cost: 'nothing, it sees the truth',
  laws: {
    efficiency: 'always',
    symmetry: 'always',
    'null-player': 'always',
    linearity: 'always',
    boundedness: 'always',
    sign: 'always',
    determinism: 'always',
    budget: 'always',
  },
  control: true,
  sees: 'truth',
  options: noOptions,
  assign: (_episode, { truth }) => creditOf(truth!),
});

/** The Shapley values, the advantages and the first error of a truth, as far as it has them. */
export function creditOf({ shapley, advantage, 'first-error': firstError }: Truth): Credit {
  return {
    ...(shapley === undefined ? {} : { agents: shapley }),
    ...(advantage === undefined ? {} : { messages: advantage }),
    ...(firstError === undefined ? {} : { firstError: firstError.step }),
    ...(firstError === undefined || firstError.step === null ? {} : { firstErrorAgent: firstError.agent }),
  };
}

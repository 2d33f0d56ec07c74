import { defineMethod } from '../../harness/define.ts';
import { noOptions } from '../options.ts';

/** The process reward of every step as it is: a value, not a credit; shown, not ranked. */
export const prm = defineMethod({
  id: 'prm',
  title: 'Process reward',
  source: 'Lightman et al. (2023), arXiv 2305.20050',
  targets: [],
  needs: ['judge'],
  cost: 'no evaluator call; T judgements',
  laws: { determinism: 'always', budget: 'always' },
  options: noOptions,
  refuses: ({ messages }) => (messages.length === 0 ? 'an episode without messages has no steps to judge' : undefined),
  assign: async ({ messages }, { judge }) => ({ messages: await judge(messages.map((_, step) => step)) }),
});

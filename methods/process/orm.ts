import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';

/** The outcome itself, for every message or for the last one: what every other credit has to beat. */
export const orm = defineMethod({
  id: 'orm',
  title: 'Outcome reward',
  source: 'Lightman et al. (2023), arXiv 2305.20050, outcome supervision; the evaluator as the reward model',
  targets: ['advantage'],
  needs: [],
  cost: 'the given episode’s own outcome',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    on: z
      .enum(['all', 'last'])
      .default('all')
      .describe('all: the outcome on every message; last: on the last, 0 elsewhere'),
  }),
  refuses: ({ messages }) => (messages.length === 0 ? 'an episode without messages has nothing to credit' : undefined),
  assign: ({ messages, outcome }, _access, { on }) => ({
    messages: messages.map((_, step) => (on === 'all' || step === messages.length - 1 ? outcome : 0)),
  }),
});

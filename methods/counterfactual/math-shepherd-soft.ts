import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { refusesReplays } from '../options.ts';
import { continuationOptions, sharesAlong } from './continuations.ts';

/** The share of n continuations after the message that succeed: unbiased for P(success | h, m), a value and not a credit. */
export const mathShepherdSoft = defineMethod({
  id: 'math-shepherd-soft',
  title: 'Math-Shepherd, soft labels: how often the message succeeds',
  source: 'Wang et al. (2024), arXiv 2312.08935',
  targets: [],
  needs: ['replay'],
  cost: '1 + T·n evaluator calls for n continuations',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject(continuationOptions),
  refuses: (episode, budget, { n = 1 }) => refusesReplays(episode, budget, n * episode.messages.length),
  assign: async (episode, access, given) => ({ messages: await sharesAlong(episode, access, given) }),
});

import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { refusesReplays } from '../options.ts';
import { continuationOptions, sharesAlong } from './continuations.ts';

/**
 * What a message adds to the share of n continuations that succeed, from n fresh episodes at the start: unbiased for the
 * advantage where outcomes are 0 or 1, for the advantage in success elsewhere.
 */
export const mathShepherdSoftDifference = defineMethod({
  id: 'math-shepherd-soft-difference',
  title: 'Math-Shepherd, first differences of soft labels',
  source: 'Wang et al. (2024), arXiv 2312.08935; differences: interpretation',
  targets: ['advantage'],
  needs: ['replay'],
  cost: '1 + (T + 1)·n evaluator calls for n continuations',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject(continuationOptions),
  refuses: (episode, budget, { n = 1 }) => refusesReplays(episode, budget, n * (episode.messages.length + 1)),
  async assign(episode, access, given) {
    const shares = await sharesAlong(episode, access, given, true);
    return { messages: shares.subarray(1).map((share, step) => share - shares[step]!) };
  },
});

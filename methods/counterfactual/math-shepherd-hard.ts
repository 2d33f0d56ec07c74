import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { refusesReplays } from '../options.ts';
import { continuationOptions, sharesAlong } from './continuations.ts';

/** 1 where any of n continuations after the message succeeds, else 0: targets 1 − (1 − p)ⁿ, a value and not a credit. */
export const mathShepherdHard = defineMethod({
  id: 'math-shepherd-hard',
  title: 'Math-Shepherd, hard labels: can the message still succeed?',
  source: 'Wang et al. (2024), arXiv 2312.08935',
  targets: [],
  needs: ['replay'],
  cost: '1 + T·n evaluator calls for n continuations',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject(continuationOptions),
  refuses: (episode, budget, { n = 1 }) => refusesReplays(episode, budget, n * episode.messages.length),
  async assign(episode, access, given) {
    const shares = await sharesAlong(episode, access, given);
    return { messages: shares.map((share) => (share > 0 ? 1 : 0)) };
  },
});

import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { isSuccess, judgeOptions, refusesJudging } from './judge-options.ts';

/**
 * Asks ⌈log₂ T⌉ times which half of what is left holds the error of a failure. reads=half judges every step of the first half
 * and goes there if one is wrong; reads=middle judges its last step alone, right where an error shows in all that follows it.
 * Always names a step.
 */
export const judgeBinarySearch = defineMethod({
  id: 'judge-binary-search',
  title: 'Judge: binary search',
  source:
    'Zhang et al. (2025), arXiv 2505.00212 (Who&When); verdicts per step in place of a model’s text: interpretation',
  targets: ['first-error'],
  needs: ['judge'],
  cost: 'no evaluator call; at most ⌈log₂ T⌉ questions, each a judgement or half of them',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    ...judgeOptions,
    reads: z
      .enum(['half', 'middle'])
      .default('half')
      .describe('half: every step of the first half, one judgement each; middle: its last step, one judgement in all'),
  }),
  refuses: refusesJudging,
  async assign(episode, { judge }, { threshold, theta, reads }) {
    if (isSuccess(episode, theta)) return { firstError: null };
    let [start, end] = [0, episode.messages.length - 1];
    while (start < end) {
      const middle = start + Math.floor((end - start) / 2);
      const from = reads === 'half' ? start : middle;
      const rights = await judge(Array.from({ length: middle - from + 1 }, (_, place) => from + place));
      if (rights.some((right) => right < threshold)) end = middle;
      else start = middle + 1;
    }
    return { firstError: start };
  },
});

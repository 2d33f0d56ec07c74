import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { linearSearch } from '../../harness/signals/first-error.ts';
import { isSuccess, judgeOptions, refusesJudging } from './judge-options.ts';

/** Reads a failure on until a step is judged wrong and asks no further; none if it never is. */
export const judgeStepByStep = defineMethod({
  id: 'judge-step-by-step',
  title: 'Judge: step by step',
  source:
    'Zhang et al. (2025), arXiv 2505.00212 (Who&When); verdicts per step in place of a model’s text: interpretation',
  targets: ['first-error'],
  needs: ['judge'],
  cost: 'no evaluator call; judgements up to the blamed step',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject(judgeOptions),
  refuses: refusesJudging,
  async assign(episode, { judge }, { threshold, theta }) {
    if (isSuccess(episode, theta)) return { firstError: null };
    const { found } = await linearSearch(episode.messages.length, async (prefix) => {
      const [right] = await judge([prefix - 1]);
      return right! < threshold;
    });
    return { firstError: found.step };
  },
});

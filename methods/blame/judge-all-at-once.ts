import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { isSuccess, judgeOptions, refusesJudging } from './judge-options.ts';
import { lowest } from './lowest.ts';

/** The step that the judge thinks least likely to be right, over the whole log of a failure: it always names one, the earliest of equals. */
export const judgeAllAtOnce = defineMethod({
  id: 'judge-all-at-once',
  title: 'Judge: the whole log at once',
  source:
    'Zhang et al. (2025), arXiv 2505.00212 (Who&When); verdicts per step in place of a model’s text: interpretation',
  targets: ['first-error'],
  needs: ['judge'],
  cost: 'no evaluator call; T judgements',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({ theta: judgeOptions.theta }),
  refuses: refusesJudging,
  async assign(episode, { judge }, { theta }) {
    if (isSuccess(episode, theta)) return { firstError: null };
    return { firstError: lowest(await judge(episode.messages.map((_, step) => step))) };
  },
});

import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { isSuccess, judgeOptions, refusesJudging } from './judge-options.ts';
import { lowest } from './lowest.ts';

/** The author of the step that the judge thinks least likely to be right, then the first of that agent's steps judged wrong; the agent alone if none is. */
export const judgeHybrid = defineMethod({
  id: 'judge-hybrid',
  title: 'Judge: the agent at once, then its steps one by one',
  source:
    'Zhang et al. (2025), arXiv 2505.00212 (Who&When); verdicts per step in place of a model’s text: interpretation',
  targets: ['first-error'],
  needs: ['judge'],
  cost: 'no evaluator call; T judgements',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject(judgeOptions),
  refuses: refusesJudging,
  async assign(episode, { judge }, { threshold, theta }) {
    if (isSuccess(episode, theta)) return { firstError: null };
    const { messages } = episode;
    const rights = await judge(messages.map((_, step) => step));
    const { agent } = messages[lowest(rights)]!;
    const first = messages.findIndex((message, step) => message.agent === agent && rights[step]! < threshold);
    return { firstError: first < 0 ? null : first, firstErrorAgent: agent };
  },
});

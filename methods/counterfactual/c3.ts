import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { needsCalls } from '../options.ts';
import { centred } from './baselines.ts';
import { fanoutWithin, leavesOf, parseFanout } from './fanout.ts';
import { growPrefixTree } from './prefix-tree.ts';

const budgetWithoutLimit = 64;
const mostSteps = 16;

/**
 * Contextual counterfactual credit in `tree` mode, reward only: each logged message against i.i.d. alternatives at its exact
 * context. Crediting a given episode this way is our interpretation; the paper credits the nodes of its own tree.
 */
export const c3 = defineMethod({
  id: 'c3',
  title: 'C3: contextual counterfactual credit by replay',
  source: 'Chen et al. (2026), arXiv 2603.06859; crediting a given episode: interpretation',
  targets: ['advantage'],
  needs: ['replay', 'sample'],
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    fanout: z
      .union([z.string(), z.number().transform(String)])
      .refine((text) => /^[1-9]\d*(x[1-9]\d*)*$/.test(text), 'expected whole numbers joined by x, like 2x4')
      .optional()
      .describe('messages per context of each step, like 2x4; as even as the budget allows where it is not given'),
    baseline: z.enum(['loo', 'mean']).default('loo').describe('loo: the mean of the other siblings; mean: of all'),
    mode: z.literal('tree').default('tree').describe('one nested prefix tree'),
  }),
  refuses: ({ messages }, budget, { fanout }) => {
    const steps = messages.length;
    if (steps === 0) return 'an episode without messages has nothing to replay';
    if (fanout === undefined)
      return steps > mostSteps && budget === Number.POSITIVE_INFINITY
        ? `a tree over ${steps} steps needs at least 2^${steps} evaluator calls; give a fanout with ones in it`
        : needsCalls(2 ** steps, budget);
    const widths = parseFanout(fanout);
    if (widths.length !== steps) return `fanout ${fanout} has ${widths.length} entries for ${steps} steps`;
    return needsCalls(leavesOf(widths), budget);
  },
  async assign(episode, access, { fanout, baseline }) {
    const steps = episode.messages.length;
    const { limit } = access.budget;
    const budget = limit === Number.POSITIVE_INFINITY ? Math.max(budgetWithoutLimit, 2 ** steps) : limit;
    const widths = fanout === undefined ? fanoutWithin(budget, steps) : parseFanout(fanout);
    const groups = await growPrefixTree(episode, access, widths);
    return { messages: Float64Array.from(groups, ({ returns }) => centred(returns, baseline)[0]!) };
  },
});

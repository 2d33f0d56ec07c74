import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { trainPrefixCritic } from '../../harness/prefix-critic.ts';
import { needsCalls } from '../options.ts';
import { assisted } from './assisted.ts';
import { criticOptions, trainingWithoutBudget, valuesAt } from './critic-options.ts';
import { countsText, fanoutOf, leavesOf, parseCounts, refusesShape, refusesTree } from './fanout.ts';
import { growPrefixTree } from './prefix-tree.ts';
import { siblingReturns } from './tree-returns.ts';

const options = z
  .strictObject({
    alpha: z
      .number()
      .min(0)
      .max(1)
      .default(1)
      .describe('0: the siblings’ returns are the baseline; 1: their Q̂, as shipped'),
    fanout: countsText('messages per context of each step, like 2x4; what half the budget allows, or all but training'),
    ...criticOptions,
  })
  .refine(({ alpha, training }) => alpha > 0 || training === undefined, {
    path: ['training'],
    error: 'goes with alpha above 0; alpha=0 asks no critic',
  });
type Options = z.output<typeof options>;

/** C3's tree with a learned critic in the baseline: R − [(1 − α)·LOO(R) + α·LOO(Q̂)]; α = 0 is `c3` itself. */
export const c3ValueAssisted = defineMethod({
  id: 'c3-value-assisted',
  title: 'C3 with a learned critic as the baseline',
  source:
    'Chen et al. (2026), arXiv 2603.06859, value assisted, α = 1 as shipped; a table with a prior as the critic: interpretation',
  targets: ['advantage'],
  needs: ['replay', 'sample', 'rollout'],
  cost: 'training episodes and Π fanout evaluator calls, within the budget',
  laws: { determinism: 'always', budget: 'always' },
  options,
  refuses({ messages }, budget, { alpha, fanout, training }) {
    const steps = messages.length;
    if (alpha === 0 || training !== undefined) return refusesTree(steps, budget, fanout, training);
    if (fanout === undefined) return refusesTree(steps, budget, fanout, 2 ** steps);
    return refusesShape(steps, fanout) ?? needsCalls(leavesOf(parseCounts(fanout)) + 1, budget);
  },
  async assign(episode, access, given) {
    const { limit } = access.budget;
    const widths = fanoutOf(given.fanout, shareOfTree(limit, given), episode.messages.length);
    const tree = await growPrefixTree(episode, access, widths);
    const groups = siblingReturns(tree);
    if (given.alpha === 0) return { messages: groups.map((returns) => assisted(returns, returns, 0)[0]!) };
    const left = limit === Number.POSITIVE_INFINITY ? trainingWithoutBudget : limit - leavesOf(widths);
    const critic = trainPrefixCritic(await access.rollout(given.training ?? left), given.prior);
    return {
      messages: groups.map((returns, step) => {
        const texts = [episode.messages[step]!.text, ...tree.alternatives[step]!];
        return assisted(returns, valuesAt(critic, episode, step, texts), given.alpha)[0]!;
      }),
    };
  },
});

/** What of the budget the tree may spend where no fan-out is given. */
function shareOfTree(budget: number, { alpha, training }: Options): number {
  if (alpha === 0) return budget;
  return training === undefined ? Math.floor(budget / 2) : budget - training;
}

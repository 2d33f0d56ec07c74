import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { centred } from '../../harness/group-baseline.ts';
import { trainPrefixCritic } from '../../harness/prefix-critic.ts';
import { needsCalls } from '../options.ts';
import { contextOptions } from './context-options.ts';
import { criticOptions, trainingWithoutBudget, valuesAt } from './critic-options.ts';
import { siblingsAt } from './sibling-groups.ts';

/** Q̂ of the logged message less the mean Q̂ of i.i.d. alternatives: nothing is replayed, the budget goes into episodes to learn Q̂ from. */
export const c3ValueOnly = defineMethod({
  id: 'c3-value-only',
  title: 'C3 with a learned critic alone',
  source: 'Chen et al. (2026), arXiv 2603.06859, value only; a table with a prior as the critic: interpretation',
  targets: ['advantage'],
  needs: ['sample', 'rollout'],
  cost: 'training episodes, within the budget; none at assignment',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({ alternatives: contextOptions.alternatives, ...criticOptions }),
  refuses: ({ messages }, budget, { training = 1 }) =>
    messages.length === 0 ? 'an episode without messages has nothing to credit' : needsCalls(1 + training, budget),
  async assign(episode, { sample, rollout, budget }, { alternatives, training, prior }) {
    const affordable = budget.limit === Number.POSITIVE_INFINITY ? trainingWithoutBudget : budget.limit - 1;
    const critic = trainPrefixCritic(await rollout(training ?? affordable), prior);
    const siblings = await siblingsAt(episode, sample, alternatives);
    return {
      messages: siblings.map((texts, step) => centred(valuesAt(critic, episode, step, texts), 'loo')[0]!),
    };
  },
});

import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { centred } from '../../harness/group-baseline.ts';
import { broadcast, groupOutcomes, groupSize, refusesGroup } from './group-outcomes.ts';

/** The outcome less the mean of the whole group, itself included: (k − 1)/k of RLOO. */
export const groupMean = defineMethod({
  id: 'group-mean',
  title: 'Group mean: the outcome less the mean of its group',
  source: 'Liu et al. (2025), arXiv 2503.20783 (GRPO without standard deviation)',
  targets: ['advantage'],
  needs: ['rollout'],
  cost: 'k evaluator calls, the given episode included',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({ k: groupSize }),
  refuses: (episode, budget, { k }) => refusesGroup(episode, budget, k),
  async assign(episode, access, { k }) {
    return broadcast(episode, centred(await groupOutcomes(episode, access, k), 'mean')[0]!);
  },
});

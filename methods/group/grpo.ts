import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { standardised } from '../../harness/group-baseline.ts';
import { broadcast, deviation, groupOutcomes, groupSize, refusesGroup } from './group-outcomes.ts';

/** The outcome's z-score in its group, under a named public convention; its scale depends on the success rate. */
export const grpo = defineMethod({
  id: 'grpo',
  title: 'GRPO: z-score within a group of episodes',
  source: 'Shao et al. (2024), arXiv 2402.03300; conventions of the standard deviation as released by each trainer',
  targets: ['advantage'],
  needs: ['rollout'],
  cost: 'k evaluator calls, the given episode included',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    k: groupSize,
    std: deviation,
  }),
  refuses: (episode, budget, { k }) => refusesGroup(episode, budget, k),
  async assign(episode, access, { k, std }) {
    return broadcast(episode, standardised(await groupOutcomes(episode, access, k), std)[0]!);
  },
});

import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { standardised } from '../../harness/group-baseline.ts';
import { broadcast, groupOutcomes, groupSize, refusesGroup } from './group-outcomes.ts';

/** The outcome's z-score in its group, under a named public convention; its scale depends on the success rate. */
export const grpo = defineMethod({
  id: 'grpo',
  title: 'GRPO: z-score within a group of episodes',
  source: 'Shao et al. (2024), arXiv 2402.03300; conventions of the standard deviation as released by each trainer',
  targets: ['advantage'],
  needs: ['rollout'],
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    k: groupSize,
    std: z
      .enum(['trl', 'verl', 'c3-magrpo'])
      .default('trl')
      .describe('trl: ddof 1, + 1e-4; verl: ddof 1, + 1e-6; c3-magrpo: ddof 0, root of var + 1e-8'),
  }),
  refuses: (episode, budget, { k }) => refusesGroup(episode, budget, k),
  async assign(episode, access, { k, std }) {
    return broadcast(episode, standardised(await groupOutcomes(episode, access, k), std)[0]!);
  },
});

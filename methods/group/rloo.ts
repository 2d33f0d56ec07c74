import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { centred } from '../../harness/group-baseline.ts';
import { broadcast, groupOutcomes, groupSize, refusesGroup } from './group-outcomes.ts';

/** The outcome less the mean of k − 1 fresh episodes', the same for every message: A plus the offset V(h_t) − V(h_1) in expectation. */
export const rloo = defineMethod({
  id: 'rloo',
  title: 'RLOO: leave-one-out over a group of episodes',
  source: 'Kool et al. (2019); Ahmadian et al. (2024), arXiv 2402.14740',
  targets: ['advantage'],
  needs: ['rollout'],
  cost: 'k evaluator calls, the given episode included',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({ k: groupSize }),
  refuses: (episode, budget, { k }) => refusesGroup(episode, budget, k),
  async assign(episode, access, { k }) {
    return broadcast(episode, centred(await groupOutcomes(episode, access, k), 'loo')[0]!);
  },
});

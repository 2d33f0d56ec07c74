import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { centred } from '../../harness/group-baseline.ts';
import { broadcast, groupOutcomes, groupSize, refusesGroup } from './group-outcomes.ts';

/** C3 without replay on a flat fan-out (k, 1, …): every step's group is the k episodes, so the credit is RLOO's, number for number. */
export const c3NoReplay = defineMethod({
  id: 'c3-no-replay',
  title: 'C3 without replay: the same as RLOO (ablation)',
  source: 'Chen et al. (2026), arXiv 2603.06859, ablation "no replay"; `c3-no-parent` is the one on a tree',
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

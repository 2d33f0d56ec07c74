import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { centred, standardised } from '../../harness/group-baseline.ts';
import { broadcast, groupOutcomes, groupSize, refusesGroup } from './group-outcomes.ts';

/** The joint return less its group mean, the same for every agent: a free rider is paid like everybody else. */
export const magrpo = defineMethod({
  id: 'magrpo',
  title: 'MAGRPO: joint return against its group, one advantage for all agents',
  source: 'MAGRPO, arXiv 2508.04652 (mean baseline, second-hand); std=c3-magrpo: as released by the C3 authors',
  targets: ['advantage'],
  needs: ['rollout'],
  cost: 'k evaluator calls, the given episode included',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    k: groupSize,
    joint: z.literal('align').default('align').describe('align: k joint episodes'),
    std: z.enum(['none', 'c3-magrpo']).default('none').describe('none: as in the paper; c3-magrpo: z-scored'),
  }),
  refuses: (episode, budget, { k }) => refusesGroup(episode, budget, k),
  async assign(episode, access, { k, std }) {
    const outcomes = await groupOutcomes(episode, access, k);
    return broadcast(episode, (std === 'none' ? centred(outcomes, 'mean') : standardised(outcomes, std))[0]!);
  },
});

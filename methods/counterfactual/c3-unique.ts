import { z } from 'zod';
import type { Probes } from '../../harness/contract.ts';
import { defineMethod } from '../../harness/define.ts';
import { centred } from '../../harness/group-baseline.ts';
import { contextOptions, refusesContexts, replaysWithin } from './context-options.ts';
import { siblingMeans } from './sibling-groups.ts';

/**
 * Broken on purpose: duplicate alternatives are drawn again, as in the analysis code of the authors, so they are not i.i.d. and
 * frequent messages weigh too little in the baseline. An alternative that stays a duplicate is left out.
 */
export const c3Unique = defineMethod({
  id: 'c3-unique',
  title: 'C3 with duplicates removed (biased, to show why not)',
  source: 'analysis code of Chen et al. (2026), arXiv 2603.06859; c3.md §4',
  targets: [],
  needs: ['replay', 'sample'],
  cost: '1 + at most T·alternatives·replays evaluator calls',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    ...contextOptions,
    redraws: z.int().nonnegative().default(30).describe('draws after a duplicate, per alternative'),
  }),
  refuses: refusesContexts,
  async assign(episode, { sample, replay, budget }, { alternatives, replays, redraws }) {
    const siblings = await Promise.all(
      episode.messages.map(({ text }, step) => distinct(text, step, sample, alternatives, redraws)),
    );
    const count = replays ?? replaysWithin(budget.limit, episode, alternatives);
    const groups = await siblingMeans(siblings, replay, new Array<number>(alternatives).fill(count));
    return { messages: groups.map((returns) => centred(returns, 'loo')[0]!) };
  },
});

async function distinct(
  logged: string,
  step: number,
  sample: Probes['sample'],
  alternatives: number,
  redraws: number,
): Promise<string[]> {
  const texts = new Set([logged]);
  for (let place = 1; place < alternatives; place++) {
    const before = texts.size;
    for (let draw = 0; draw <= redraws && texts.size === before; draw++)
      for (const text of await sample(step, 1)) texts.add(text);
  }
  return [...texts];
}

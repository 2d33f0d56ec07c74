import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { centred } from '../../harness/group-baseline.ts';
import { countsText, fanoutOf, refusesTree } from './fanout.ts';
import { growPrefixTree } from './prefix-tree.ts';
import { roleReturns } from './tree-returns.ts';

/**
 * C3's tree with the parents forgotten: each logged message against all other nodes of its step, whatever was said before
 * them. With 2×4 the groups are of 2 and 8, and the second credit is off by 4/7 of V(h) − V(h_1) in expectation.
 */
export const c3NoParent = defineMethod({
  id: 'c3-no-parent',
  title: 'C3 without its contexts: all nodes of a step in one group (ablation)',
  source:
    'Chen et al. (2026), arXiv 2603.06859, ablation "no replay" on a tree; crediting a given episode: interpretation',
  targets: ['advantage'],
  needs: ['replay', 'sample'],
  cost: 'Π fanout evaluator calls, the logged leaf included',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    fanout: countsText('messages per context of each step, like 2x4; as even as the budget allows if not given'),
  }),
  refuses: ({ messages }, budget, { fanout }) => refusesTree(messages.length, budget, fanout),
  async assign(episode, access, { fanout }) {
    const widths = fanoutOf(fanout, access.budget.limit, episode.messages.length);
    const groups = roleReturns(await growPrefixTree(episode, access, widths));
    return { messages: groups.map((returns) => centred(returns, 'loo')[0]!) };
  },
});

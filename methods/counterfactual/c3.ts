import { z } from 'zod';
import type { Access, Episode } from '../../harness/contract.ts';
import { defineMethod } from '../../harness/define.ts';
import { centred, standardised } from '../../harness/group-baseline.ts';
import { refusesReplays } from '../options.ts';
import { replaysWithin, usualAlternatives } from './context-options.ts';
import { countsText, fanoutOf, parseCounts, refusesTree } from './fanout.ts';
import { growPrefixTree } from './prefix-tree.ts';
import { siblingMeans, siblingsAt } from './sibling-groups.ts';
import { siblingReturns } from './tree-returns.ts';

const options = z
  .strictObject({
    mode: z
      .enum(['tree', 'context'])
      .default('tree')
      .describe('tree: one nested prefix tree; context: every step on its own, unbiased given the episode'),
    fanout: countsText('tree: messages per context of each step, like 2x4; as even as the budget allows if not given'),
    alternatives: z.int().min(2).optional().describe('context: messages per step, the logged one included; 4'),
    replays: countsText(
      'context: continuations per message; what the budget allows. Like 4x2x2: of the logged message, then of each other',
    ),
    baseline: z.enum(['loo', 'mean']).default('loo').describe('loo: the mean of the other siblings; mean: of all'),
    normalise: z.enum(['none', 'group']).default('none').describe('group: z-score within each sibling group'),
  })
  .refine(({ mode, fanout }) => mode === 'tree' || fanout === undefined, {
    path: ['fanout'],
    error: 'goes with mode=tree; mode=context takes alternatives and replays',
  })
  .refine(({ mode, alternatives, replays }) => mode === 'context' || (alternatives ?? replays) === undefined, {
    path: ['alternatives'],
    error: 'alternatives and replays go with mode=context; mode=tree takes fanout',
  })
  .refine(({ alternatives, replays }) => alternatives === undefined || agree(alternatives, replays), {
    path: ['replays'],
    error: 'expected one number for all messages or one per alternative',
  })
  .refine(({ normalise, replays }) => normalise === 'none' || !isUnequal(replays), {
    path: ['normalise'],
    error: 'group goes with as many replays of every message',
  });
type Options = z.output<typeof options>;

/**
 * Contextual counterfactual credit, reward only: each logged message against i.i.d. alternatives at its exact context.
 * Crediting a given episode this way is our interpretation; the paper credits the nodes of its own tree.
 */
export const c3 = defineMethod({
  id: 'c3',
  title: 'C3: contextual counterfactual credit by replay',
  source: 'Chen et al. (2026), arXiv 2603.06859; crediting a given episode: interpretation',
  targets: ['advantage'],
  needs: ['replay', 'sample'],
  cost: 'tree: Π fanout evaluator calls, the logged leaf included; context: 1 + T·alternatives·replays',
  laws: { determinism: 'always', budget: 'always' },
  options,
  refuses(episode, budget, given) {
    const steps = episode.messages.length;
    if (given.mode === 'tree') return refusesTree(steps, budget, given.fanout);
    const counts = countsOf(given.replays ?? '1', given.alternatives);
    return refusesReplays(episode, budget, steps * counts.reduce((sum, count) => sum + count));
  },
  async assign(episode, access, given) {
    const { groups, counts } = await (given.mode === 'tree' ? treeGroups : contextGroups)(episode, access, given);
    return {
      messages: Float64Array.from(groups, (returns) => {
        const credits =
          given.normalise === 'group' ? standardised(returns, 'c3-magrpo') : centred(returns, given.baseline, counts);
        return credits[0]!;
      }),
    };
  },
});

type Replaying = Access<'replay' | 'sample'>;
/** Mean outcomes per step, the logged message first; `counts` where they are means of unequally many. */
type Groups = { readonly groups: readonly Float64Array[]; readonly counts?: readonly number[] };

async function treeGroups(episode: Episode, access: Replaying, { fanout }: Options): Promise<Groups> {
  const widths = fanoutOf(fanout, access.budget.limit, episode.messages.length);
  return { groups: siblingReturns(await growPrefixTree(episode, access, widths)) };
}

async function contextGroups(episode: Episode, access: Replaying, given: Options): Promise<Groups> {
  const affordable = String(replaysWithin(access.budget.limit, episode, given.alternatives));
  const counts = countsOf(given.replays ?? affordable, given.alternatives);
  const siblings = await siblingsAt(episode, access.sample, counts.length);
  const groups = await siblingMeans(siblings, access.replay, counts);
  return isUnequal(given.replays) ? { groups, counts } : { groups };
}

/** Continuations of every message of a context, fixed before any outcome is seen. */
function countsOf(replays: string, alternatives: number | undefined): number[] {
  const counts = parseCounts(replays);
  if (counts.length > 1) return counts;
  return new Array<number>(alternatives ?? usualAlternatives).fill(counts[0]!);
}

function isUnequal(replays: string | undefined): boolean {
  return replays !== undefined && new Set(parseCounts(replays)).size > 1;
}

function agree(alternatives: number, replays: string | undefined): boolean {
  const entries = replays === undefined ? 1 : parseCounts(replays).length;
  return entries === 1 || entries === alternatives;
}

import { z } from 'zod';
import type { Access, Episode } from '../../harness/contract.ts';
import { defineMethod } from '../../harness/define.ts';
import { centred, standardised } from '../../harness/group-baseline.ts';
import { needsCalls } from '../options.ts';
import { fanoutWithin, leavesOf, parseFanout } from './fanout.ts';
import { growPrefixTree, type SiblingGroup } from './prefix-tree.ts';
import { siblingGroups } from './sibling-groups.ts';

const budgetWithoutLimit = 64;
const mostSteps = 16;

const options = z
  .strictObject({
    mode: z
      .enum(['tree', 'context'])
      .default('tree')
      .describe('tree: one nested prefix tree; context: every step on its own, unbiased given the episode'),
    fanout: z
      .union([z.string(), z.number().transform(String)])
      .refine((text) => /^[1-9]\d*(x[1-9]\d*)*$/.test(text), 'expected whole numbers joined by x, like 2x4')
      .optional()
      .describe('tree: messages per context of each step, like 2x4; as even as the budget allows if not given'),
    alternatives: z.int().min(2).optional().describe('context: messages per step, the logged one included; 4'),
    replays: z.int().positive().optional().describe('context: continuations per message; what the budget allows'),
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
  laws: { determinism: 'always', budget: 'always' },
  options,
  refuses({ messages }, budget, given) {
    const steps = messages.length;
    if (steps === 0) return 'an episode without messages has nothing to replay';
    if (given.mode === 'context')
      return needsCalls(1 + steps * (given.alternatives ?? 4) * (given.replays ?? 1), budget);
    return refusesTree(steps, budget, given.fanout);
  },
  async assign(episode, access, given) {
    const groups = await (given.mode === 'tree' ? treeGroups : contextGroups)(episode, access, given);
    return {
      messages: Float64Array.from(groups, ({ returns }) => {
        const credits =
          given.normalise === 'group' ? standardised(returns, 'c3-magrpo') : centred(returns, given.baseline);
        return credits[0]!;
      }),
    };
  },
});

function refusesTree(steps: number, budget: number, fanout: string | undefined): string | undefined {
  if (fanout === undefined)
    return steps > mostSteps && budget === Number.POSITIVE_INFINITY
      ? `a tree over ${steps} steps needs at least 2^${steps} evaluator calls; give a fanout with ones in it`
      : needsCalls(2 ** steps, budget);
  const widths = parseFanout(fanout);
  if (widths.length !== steps) return `fanout ${fanout} has ${widths.length} entries for ${steps} steps`;
  return needsCalls(leavesOf(widths), budget);
}

type Replaying = Access<'replay' | 'sample'>;

function treeGroups(episode: Episode, access: Replaying, { fanout }: Options): Promise<SiblingGroup[]> {
  const steps = episode.messages.length;
  const { limit } = access.budget;
  const budget = limit === Number.POSITIVE_INFINITY ? Math.max(budgetWithoutLimit, 2 ** steps) : limit;
  return growPrefixTree(episode, access, fanout === undefined ? fanoutWithin(budget, steps) : parseFanout(fanout));
}

function contextGroups(episode: Episode, access: Replaying, { alternatives = 4, replays }: Options) {
  const { limit } = access.budget;
  const perReplay = episode.messages.length * alternatives;
  const affordable = limit === Number.POSITIVE_INFINITY ? 4 : Math.floor((limit - 1) / perReplay);
  return siblingGroups(episode, access, alternatives, replays ?? affordable);
}

import { z } from 'zod';
import type { Probes } from '../../harness/contract.ts';
import { defineMethod } from '../../harness/define.ts';
import { centred } from '../../harness/group-baseline.ts';
import { mean } from '../../harness/statistics/mean.ts';
import { contextOptions, refusesContexts, replaysWithin } from './context-options.ts';
import { siblingsAt } from './sibling-groups.ts';
import { theta } from './success.ts';

/**
 * Broken on purpose: a message that succeeded once is not replayed again, so how often it was replayed depends on what came
 * out, and lucky messages look better than they are. The means are compared with unequal weights, as c3.md §3 has it.
 */
export const c3Adaptive = defineMethod({
  id: 'c3-adaptive',
  title: 'C3 that stops replaying what succeeded (biased, to show why not)',
  source: 'a failed precondition of Chen et al. (2026), arXiv 2603.06859; c3.md §4',
  targets: [],
  needs: ['replay', 'sample'],
  cost: '1 + at most T·alternatives·replays evaluator calls',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({ ...contextOptions, theta }),
  refuses: refusesContexts,
  async assign(episode, { sample, replay, budget }, { alternatives, replays, theta: least = episode.range[1] }) {
    const siblings = await siblingsAt(episode, sample, alternatives);
    const rounds = replays ?? replaysWithin(budget.limit, episode, alternatives);
    const groups = await replayUntilSuccess(siblings, replay, rounds, least);
    return {
      messages: groups.map((drawn) => {
        const means = Float64Array.from(drawn, mean);
        return centred(
          means,
          'loo',
          drawn.map(({ length }) => length),
        )[0]!;
      }),
    };
  },
});

/** Outcomes per step and message: one replay of each per round, until it reaches `least`. */
async function replayUntilSuccess(
  siblings: readonly (readonly string[])[],
  replay: Probes['replay'],
  rounds: number,
  least: number,
): Promise<number[][][]> {
  const drawn = siblings.map((texts) => texts.map((): number[] => []));
  const messages = siblings.flatMap((texts, step) =>
    texts.map((message, place) => ({ step, message, outcomes: drawn[step]![place]! })),
  );
  for (let round = 0; round < rounds; round++) {
    const going = messages.filter(({ outcomes }) => !outcomes.some((outcome) => outcome >= least));
    const found = await replay(going.map(({ step, message }) => ({ step, message, count: 1 })));
    for (const [index, { outcomes }] of going.entries()) outcomes.push(found[index]![0]!);
  }
  return drawn;
}

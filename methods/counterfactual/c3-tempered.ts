import { z } from 'zod';
import type { Distribution } from '../../harness/contract.ts';
import { defineMethod } from '../../harness/define.ts';
import { centred } from '../../harness/group-baseline.ts';
import { contextOptions, refusesContexts, replaysWithin } from './context-options.ts';
import { drawMessage } from './draw-message.ts';
import { siblingMeans } from './sibling-groups.ts';

/** Broken on purpose: alternatives come from the policy at another temperature, so the baseline is the value of another policy: Q − V_τ in expectation. */
export const c3Tempered = defineMethod({
  id: 'c3-tempered',
  title: 'C3 with alternatives of another temperature (biased, to show why not)',
  source: 'a failed precondition of Chen et al. (2026), arXiv 2603.06859; c3.md §4',
  targets: [],
  needs: ['replay', 'policy'],
  cost: '1 + T·alternatives·replays evaluator calls',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    ...contextOptions,
    temperature: z.number().positive().default(2).describe('chances are raised to 1/temperature; 1: unbiased'),
  }),
  refuses: refusesContexts,
  async assign(episode, { replay, policy, random, budget }, { alternatives, replays, temperature }) {
    const siblings = await Promise.all(
      episode.messages.map(async ({ text }, step) => {
        const chances = tempered(await policy(step), temperature);
        const stream = random.stream('tempered', step);
        return [text, ...Array.from({ length: alternatives - 1 }, () => drawMessage(chances, stream))];
      }),
    );
    const count = replays ?? replaysWithin(budget.limit, episode, alternatives);
    const groups = await siblingMeans(siblings, replay, new Array<number>(alternatives).fill(count));
    return { messages: groups.map((returns) => centred(returns, 'loo')[0]!) };
  },
});

/** π^(1/τ), scaled so that the most likely message has weight 1. */
export function tempered(distribution: Distribution, temperature: number): Distribution {
  const most = Math.max(...distribution.map(({ probability }) => probability));
  return distribution.map(({ message, probability }) => ({
    message,
    probability: (probability / most) ** (1 / temperature),
  }));
}

import { z } from 'zod';
import type { Distribution } from '../../harness/contract.ts';
import { defineMethod } from '../../harness/define.ts';
import type { Random } from '../../harness/random.ts';
import { mean } from '../../harness/statistics/mean.ts';
import { refusesReplays, timesWithin } from '../options.ts';
import { drawMessage } from './draw-message.ts';

const callsWithoutBudget = 16;

/**
 * G(z) − Σ_a π(a) G(z₋ₜ, a) per message, everything else that was said held fixed: removal in the realised-action game. Later
 * messages screen earlier ones off, so on chains it is 0 for all but the last deciding message. Single messages as its
 * players are our interpretation.
 */
export const aristocrat = defineMethod({
  id: 'aristocrat',
  title: 'Aristocrat utility of each message',
  source: 'Wolpert & Tumer (2001); Agogino & Tumer (2008); messages as players: interpretation',
  targets: [],
  needs: ['replay', 'policy'],
  cost: '1 + at most T·draws evaluator calls',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    draws: z
      .int()
      .positive()
      .optional()
      .describe(
        'evaluator calls per step, shared out evenly among the other messages or drawn from them; what the budget allows',
      ),
  }),
  refuses: (episode, budget, { draws = 1 }) => refusesReplays(episode, budget, draws * episode.messages.length),
  async assign({ messages, outcome }, { replay, policy, random, budget }, { draws }) {
    const calls = draws ?? timesWithin(budget.limit, messages.length, callsWithoutBudget);
    const credits = messages.map(async ({ text }, step) => {
      const others = (await policy(step)).filter(({ message, probability }) => message !== text && probability > 0);
      const chance = others.reduce((sum, { probability }) => sum + probability, 0);
      if (chance === 0) return 0;
      const then = Object.fromEntries(messages.slice(step + 1).map((later, place) => [step + 1 + place, later.text]));
      const tried = weighed(others, calls, random.stream('aristocrat', step));
      const outcomes = await replay(tried.map(({ message, count }) => ({ step, message, then, count })));
      const instead = tried.reduce((sum, { weight }, place) => sum + weight * mean(outcomes[place]!), 0);
      return chance * (outcome - instead);
    });
    return { messages: await Promise.all(credits) };
  },
});

type Tried = { readonly message: string; readonly count: number; readonly weight: number };

/** Within `calls` evaluator calls: every other message by its chance where there are calls enough for all, else i.i.d. draws of them. */
function weighed(others: Distribution, calls: number, random: Random): Tried[] {
  const total = others.reduce((sum, { probability }) => sum + probability, 0);
  const count = Math.floor(calls / others.length);
  if (count >= 1) return others.map(({ message, probability }) => ({ message, count, weight: probability / total }));
  return Array.from({ length: calls }, () => ({ message: drawMessage(others, random), count: 1, weight: 1 / calls }));
}

import { z } from 'zod';
import type { Distribution } from '../../harness/contract.ts';
import { defineMethod } from '../../harness/define.ts';
import { refusesReplays, timesWithin } from '../options.ts';
import { successShares, theta } from './success.ts';

const replaysWithoutBudget = 16;

/**
 * The earliest message whose repair makes replays succeed: fewer than `share` of its own continuations do, and at least that
 * many of another message's. Nobody says which message is right, so the most likely others are tried: our interpretation.
 */
export const firstErrorReplay = defineMethod({
  id: 'first-error-replay',
  title: 'First error by repair and replay',
  source:
    'Luo et al. (2024), arXiv 2406.06592, and AgenTracer, arXiv 2509.03312, for the idea; the rule: interpretation',
  targets: ['first-error'],
  needs: ['replay', 'policy'],
  cost: '1 + at most T·k·(1 + repairs) evaluator calls',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    k: z.int().positive().optional().describe('continuations per message; what the budget allows'),
    repairs: z.int().positive().default(3).describe('other messages tried per step, the most likely first'),
    share: z.number().gt(0).max(1).default(0.5).describe('replays succeed where at least this share of them does'),
    theta,
  }),
  refuses: (episode, budget, { k = 1, repairs }) =>
    refusesReplays(episode, budget, episode.messages.length * k * (1 + repairs)),
  async assign(episode, { replay, policy, budget }, { k, repairs, share, theta: least = episode.range[1] }) {
    const { messages, outcome } = episode;
    if (outcome >= least) return { firstError: null };
    const tried = await Promise.all(
      messages.map(async ({ text }, step) => [text, ...likeliestOthers(await policy(step), text, repairs)]),
    );
    const count = k ?? timesWithin(budget.limit, tried.flat().length, replaysWithoutBudget);
    for (const [step, texts] of tried.entries()) {
      const requests = texts.map((message) => ({ step, message, count }));
      const [logged, ...repaired] = await successShares(requests, replay, least);
      if (logged! < share && repaired.some((found) => found >= share)) return { firstError: step };
    }
    return { firstError: null };
  },
});

function likeliestOthers(distribution: Distribution, logged: string, most: number): string[] {
  return distribution
    .filter(({ message, probability }) => message !== logged && probability > 0)
    .toSorted((a, b) => b.probability - a.probability)
    .slice(0, most)
    .map(({ message }) => message);
}

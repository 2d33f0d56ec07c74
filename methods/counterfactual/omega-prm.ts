import { z } from 'zod';
import { defineMethod } from '../../harness/define.ts';
import { binarySearch } from '../../harness/signals/first-error.ts';
import { refusesReplays, timesWithin } from '../options.ts';
import { successShares, theta } from './success.ts';

const continuationsWithoutBudget = 8;

/**
 * The message after which none of k continuations succeeds any more, by binary search; none where the episode succeeded. A
 * start that can succeed is taken for granted, and so is that what is lost stays lost; a prefix of success rate p is called
 * lost with probability (1 − p)^k.
 */
export const omegaPrm = defineMethod({
  id: 'omega-prm',
  title: 'OmegaPRM: binary search for the first hopeless prefix',
  source: 'Luo et al. (2024), arXiv 2406.06592 (second-hand); the search along one given episode: interpretation',
  targets: ['first-error'],
  needs: ['replay'],
  cost: '1 + at most k·⌈log₂ T⌉ evaluator calls',
  laws: { determinism: 'always', budget: 'always' },
  options: z.strictObject({
    k: z.int().positive().optional().describe('continuations per prefix; what the budget allows'),
    theta,
  }),
  refuses: (episode, budget, { k = 1 }) => refusesReplays(episode, budget, k * questionsFor(episode.messages.length)),
  async assign({ messages, outcome, range }, { replay, budget }, { k, theta: least = range[1] }) {
    const questions = Math.max(1, questionsFor(messages.length));
    const count = k ?? timesWithin(budget.limit, questions, continuationsWithoutBudget);
    const isHopeless = async (prefix: number) => {
      if (prefix === messages.length) return outcome < least;
      const [share] = await successShares([{ step: prefix, count }], replay, least);
      return share === 0;
    };
    const { found } = await binarySearch(messages.length, isHopeless);
    return { firstError: found.step };
  },
});

/** Prefixes that the search may ask beside the whole transcript, whose outcome is known. */
function questionsFor(messages: number): number {
  return Math.ceil(Math.log2(messages));
}

import { z } from 'zod';
import { allCoalitions } from '../../harness/coalitions.ts';
import type { Access, Episode } from '../../harness/contract.ts';
import { defineMethod } from '../../harness/define.ts';
import { drawsWithin, meanWorth } from '../../harness/mean-worth.ts';
import { largestEta, splitCentred } from '../../harness/signals/message-split.ts';
import { shapleyOfTable } from '../../harness/table-values.ts';
import { needsCalls } from '../options.ts';
import { firstFaulty } from './first-faulty.ts';
import { ordersWithin, permutationEstimate } from './permutation-estimate.ts';

const mostEnumerated = 12;

/**
 * Success: Shapley agent credit, refined into message rewards by how helpful a process reward model calls each message.
 * Failure: the first message that the process reward model calls wrong. Our interpretation of a conceptual paper.
 */
export const evaluationAligned = defineMethod({
  id: 'evaluation-aligned',
  title: 'Evaluation-aligned signals',
  source: 'Yang et al. (2025), arXiv 2511.10687; every formula but the Shapley value: interpretation',
  targets: ['shapley', 'first-error'],
  needs: ['worth', 'judge'],
  laws: { 'message-conservation': 'always', determinism: 'always', budget: 'always' },
  options: z.strictObject({
    theta: z.number().optional().describe('outcomes of at least this are a success; the top of the range by default'),
    eta: z.number().nonnegative().optional().describe('weight of the labels; the largest that keeps rewards in bounds'),
    faulty: z.number().default(0.5).describe('a message is faulty where P(right) is below this'),
  }),
  refuses: ({ agents, messages }, budget) =>
    messages.length === 0 ? 'an episode without messages has none to reward' : needsCalls(agents.length + 1, budget),
  async assign(episode, access, { theta, eta, faulty }) {
    const { messages, outcome, range } = episode;
    if (outcome < (theta ?? range[1])) return { firstError: await firstFaulty(messages.length, access.judge, faulty) };
    const credit = await agentCredit(episode, access);
    const labels = (await access.judge(messages.map((_, step) => step))).map((right) => 2 * right - 1);
    const authors = messages.map(({ agent }) => agent);
    const split = splitCentred(credit, authors, labels, eta ?? largestEta(credit, authors, range[1] - range[0]));
    return { agents: credit, messages: split.rewards, firstError: null };
  },
});

/** All coalitions where the budget covers them, sampled orders where it does not. */
async function agentCredit(episode: Episode, access: Access<'worth' | 'judge'>): Promise<Float64Array> {
  const { limit } = access.budget;
  const agents = episode.agents.length;
  const draws = agents <= mostEnumerated ? drawsWithin(limit, 2 ** agents, access.noise) : 0;
  if (draws >= 1 && 2 ** agents <= limit)
    return shapleyOfTable(await meanWorth(episode, access, allCoalitions(agents), draws));
  const orders = limit === Number.POSITIVE_INFINITY ? 1000 : ordersWithin(limit, agents, access.noise);
  return permutationEstimate(episode, access, orders, true);
}

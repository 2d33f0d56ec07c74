import type { Access, Answer, Episode } from '../../harness/contract.ts';
import { totalToShare } from './total.ts';

/** The totals in proportion to the weights of the messages, an agent's weight being the sum of its own. @param weights with a sum above 0 */
export async function sharedBy(
  weights: readonly number[],
  episode: Episode,
  access: Pick<Access<never, 'worth'>, 'worth'>,
): Promise<Answer> {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const total = await totalToShare(episode, access);
  const agents = new Float64Array(episode.agents.length);
  for (const [step, { agent }] of episode.messages.entries()) agents[agent]! += (weights[step]! * total) / sum;
  return { agents, messages: weights.map((weight) => (weight * episode.outcome) / sum) };
}

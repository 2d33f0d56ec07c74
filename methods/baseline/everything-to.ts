import type { Access, Answer, Episode } from '../../harness/contract.ts';
import { needsCalls } from '../options.ts';
import { totalToShare } from './total.ts';

/** Why nobody can take everything. */
export function refusesSpeakerless({ messages }: Episode, budget: number): string | undefined {
  return messages.length === 0 ? 'an episode without messages has no speakers' : needsCalls(2, budget);
}

/** Everything to the author of one step, and to that step, which is also the one to blame. */
export async function everythingTo(
  step: number,
  episode: Episode,
  access: Pick<Access<never, 'worth'>, 'worth'>,
): Promise<Answer> {
  const agents = new Float64Array(episode.agents.length);
  const messages = new Float64Array(episode.messages.length);
  agents[episode.messages[step]!.agent] = await totalToShare(episode, access);
  messages[step] = episode.outcome;
  return { agents, messages, firstError: step };
}

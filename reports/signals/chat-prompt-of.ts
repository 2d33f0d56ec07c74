import { z } from 'zod';
import type { Episode } from '../../harness/contract.ts';
import { spoken } from './prompt-of.ts';

/** One turn of a conversation, as chat templates take it. */
export const chatMessageSchema = z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string() });
export type ChatMessage = z.output<typeof chatMessageSchema>;

const silence = '(nothing was said)';

/**
 * All that the author of `step` had read, as a conversation: who it is (system), what it said itself (assistant), the
 * problem and the others' messages under their names (user). Users and assistants alternate, and a user speaks last.
 */
export function chatPromptOf(episode: Episode, step: number): ChatMessage[] {
  const { agents, problem, messages } = episode;
  const self = messages[step]!.agent;
  const turns: { role: 'user' | 'assistant'; parts: string[] }[] = [
    { role: 'user', parts: problem === '' ? [] : [problem] },
  ];
  for (const [earlier, { agent, text }] of messages.slice(0, step).entries()) {
    const role = agent === self ? 'assistant' : 'user';
    if (turns.at(-1)!.role !== role) turns.push({ role, parts: [] });
    turns.at(-1)!.parts.push(agent === self ? text : spoken(episode, earlier));
  }
  if (turns.at(-1)!.role === 'assistant') turns.push({ role: 'user', parts: [] });
  const said = turns.map(({ role, parts }) => ({ role, content: parts.length > 0 ? parts.join('\n\n') : silence }));
  return [{ role: 'system', content: whoIs(agents[self]!) }, ...said];
}

/** What an author says at a step, as the one turn of a completion. */
export function chatCompletion(text: string): ChatMessage[] {
  return [{ role: 'assistant', content: text }];
}

function whoIs({ id, role }: Episode['agents'][number]): string {
  return role === id ? `You are ${id}.` : `You are ${id}. Your role: ${role}.`;
}

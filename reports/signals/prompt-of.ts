import type { Episode } from '../../harness/contract.ts';
import { contextsOf } from '../../harness/signals/contexts.ts';

/**
 * All that the author of `step` had read, as one text: the context of the audit record (the problem, then `speaker: text` per
 * earlier message), and `speaker: ` of the author. Followed by the message it is the context of the next step.
 */
export function promptOf({ agents, problem, messages }: Episode, step: number): string {
  const context = contextsOf({ agents, problem, messages: messages.slice(0, step + 1) })[step]!;
  return `${context}\n${agents[messages[step]!.agent]!.id}: `;
}

/** A message as others read it: `speaker: text`. */
export function spoken({ agents, messages }: Episode, step: number): string {
  const { agent, text } = messages[step]!;
  return `${agents[agent]!.id}: ${text}`;
}

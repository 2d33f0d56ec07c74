import type { Episode } from '../contract.ts';

/** What the author of every message had read, h_1 … h_T: the problem, then a line per message said before, `speaker: text`. */
export function contextsOf({ agents, problem, messages }: Pick<Episode, 'agents' | 'problem' | 'messages'>): string[] {
  let context = problem;
  return messages.map(({ agent, text }) => {
    const before = context;
    context += `\n${agents[agent]!.id}: ${text}`;
    return before;
  });
}

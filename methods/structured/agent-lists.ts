import { z } from 'zod';
import type { Episode } from '../../harness/contract.ts';
import { unknownName } from '../../harness/errors.ts';

/** Why a declared structure does not fit an episode, as one sentence. */
export type Refusal = { readonly refusal: string };

/** The option of a structure over agents as text: lists joined by /, their members by :, like planner:coder/tester. */
export function agentLists(what: string) {
  return z
    .string()
    .regex(/^[^:/]+([:/][^:/]+)*$/, 'expected agents joined by : in lists joined by /, like planner:coder/tester')
    .describe(what);
}

/** The agents that the lists of `option` name, by id, or by index from 0 where no agent has that id. */
export function readAgentLists(
  option: string,
  text: string,
  agents: Episode['agents'],
): { readonly lists: readonly (readonly number[])[] } | Refusal {
  const lists = text.split('/').map((list) => list.split(':').map((name) => agentNamed(name.trim(), agents)));
  for (const found of lists.flat())
    if (typeof found !== 'number') return { refusal: `${option}=${text}: ${found.refusal}` };
  // Whatever is no number has returned.
  return { lists: lists as number[][] };
}

/** The index of the agent with this id, or of this index where no agent has that id. */
export function agentNamed(name: string, agents: Episode['agents']): number | Refusal {
  const ids = agents.map(({ id }) => id);
  const named = ids.indexOf(name);
  if (named >= 0) return named;
  if (/^\d+$/.test(name) && Number(name) < ids.length) return Number(name);
  return { refusal: unknownName('agent', name, ids).message };
}

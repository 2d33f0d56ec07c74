import type { Episode } from '../../harness/contract.ts';
import { type Refusal, readAgentLists } from './agent-lists.ts';

/** A partition of the agents into unions, each a list of agents. */
export type Unions = { readonly unions: readonly (readonly number[])[] };

/** The unions that `text` declares: `role`, or lists like a:b/c:d; who is in no list stands alone. */
export function unionsOf(text: string, agents: Episode['agents']): Unions | Refusal {
  if (text === 'role') return { unions: byRole(agents) };
  const read = readAgentLists('unions', text, agents);
  if ('refusal' in read) return read;
  const members = read.lists.flat();
  const twice = members.find((agent, place) => members.indexOf(agent) < place);
  if (twice !== undefined) return { refusal: `unions=${text}: agent "${agents[twice]!.id}" is named twice` };
  const alone = agents.flatMap((_, agent) => (members.includes(agent) ? [] : [[agent]]));
  return { unions: [...read.lists, ...alone] };
}

function byRole(agents: Episode['agents']): number[][] {
  const unions = new Map<string, number[]>();
  for (const [agent, { role }] of agents.entries()) unions.set(role, [...(unions.get(role) ?? []), agent]);
  return [...unions.values()];
}

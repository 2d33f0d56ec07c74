import type { Episode } from '../../harness/contract.ts';
import { type Refusal, readAgentLists } from './agent-lists.ts';

/** A graph of agents through its coalitions. */
export type Graph = {
  /** By bit mask, length 2ⁿ: the connected component of the coalition's first agent; 0 for ∅. */
  readonly component: Uint32Array;
};

/** The graph that `text` declares: `path`, or lists like a:b:c/c:d in which each agent is linked to the next. */
export function graphOf(text: string, agents: Episode['agents']): Graph | Refusal {
  const everyone = agents.map((_, agent) => agent);
  const read = text === 'path' ? { lists: [everyone] } : readAgentLists('graph', text, agents);
  if ('refusal' in read) return read;
  const linked = new Uint32Array(agents.length);
  for (const list of read.lists)
    for (let place = 1; place < list.length; place++) {
      const [one, other] = [list[place - 1]!, list[place]!];
      if (one === other) return { refusal: `graph=${text}: agent "${agents[one]!.id}" is linked to itself` };
      linked[one]! |= 1 << other;
      linked[other]! |= 1 << one;
    }
  const component = new Uint32Array(2 ** agents.length);
  for (let coalition = 1; coalition < component.length; coalition++)
    component[coalition] = reached(coalition, coalition & -coalition, linked);
  return { component };
}

/** Who can be reached inside `coalition` from `start`. */
function reached(coalition: number, start: number, linked: Uint32Array): number {
  let found = start;
  for (let fresh = start; fresh !== 0; ) {
    const neighbours = linked[31 - Math.clz32(fresh)]! & coalition & ~found;
    fresh = (fresh & ~(1 << (31 - Math.clz32(fresh)))) | neighbours;
    found |= neighbours;
  }
  return found;
}

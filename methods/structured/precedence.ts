import type { Episode } from '../../harness/contract.ts';
import { type Refusal, readAgentLists } from './agent-lists.ts';

/** A partial order of agents through its down-sets: the coalitions that hold, with an agent, everyone who must come before it. */
export type Precedence = {
  /** By bit mask, length 2ⁿ: in how many orders the coalition can come together; 0 where it is no down-set. */
  readonly extensions: Float64Array;
};

/** The order that `text` declares: `listed`, or chains like a:b:c/a:d in which each agent comes before the next. */
export function precedenceOf(text: string, agents: Episode['agents']): Precedence | Refusal {
  const everyone = agents.map((_, agent) => agent);
  const read = text === 'listed' ? { lists: [everyone] } : readAgentLists('order', text, agents);
  if ('refusal' in read) return read;
  const before = new Uint32Array(agents.length);
  for (const chain of read.lists)
    chain.forEach((agent, place) => {
      if (place > 0) before[agent]! |= 1 << chain[place - 1]!;
    });
  const extensions = new Float64Array(2 ** agents.length);
  extensions[0] = 1;
  for (let coalition = 1; coalition < extensions.length; coalition++)
    for (const agent of everyone) {
      const rest = coalition & ~(1 << agent);
      if (rest !== coalition && (before[agent]! & ~rest) === 0) extensions[coalition]! += extensions[rest]!;
    }
  return extensions.at(-1) === 0 ? { refusal: `order=${text}: puts agents in a circle` } : { extensions };
}

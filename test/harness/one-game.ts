import { isMember } from '../../harness/coalitions.ts';
import type { Instance, Noise } from '../../harness/contract.ts';

/** A game for tests: v(S) is the sum of the members' indices plus one, with every question that reached it written down. */
export function additiveGame(agents: number, noise: Noise = 'none'): Instance & { readonly asked: number[] } {
  const asked: number[] = [];
  return {
    asked,
    id: 'additive',
    episode: {
      agents: Array.from({ length: agents }, (_, agent) => ({ id: `a${agent}`, role: `a${agent}` })),
      problem: '',
      messages: [],
      outcome: (agents * (agents + 1)) / 2,
      range: [0, (agents * (agents + 1)) / 2],
    },
    noise,
    truth: () => ({ shapley: Float64Array.from({ length: agents }, (_, agent) => agent + 1) }),
    open: () => ({
      worth: async (coalitions) => {
        asked.push(coalitions.count);
        return Float64Array.from({ length: coalitions.count }, (_, row) => {
          let sum = 0;
          for (let agent = 0; agent < agents; agent++) if (isMember(coalitions, row, agent)) sum += agent + 1;
          return sum;
        });
      },
    }),
  };
}

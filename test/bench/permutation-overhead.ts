import type { Instance } from '../../harness/contract.ts';
import type { Bench, Line } from './bench.ts';
import { mustScore, selected } from './cells.ts';
import { compare } from './comparison.ts';
import { digits } from './print-lines.ts';
import { shipped } from './shipped.ts';

const { memberSums } = await shipped<typeof import('../../tasks/games/member-sums.ts')>('tasks/games/member-sums.ts');
const { shapleyPermutation } = await shipped<typeof import('../../methods/shapley/shapley-permutation.ts')>(
  'methods/shapley/shapley-permutation.ts',
);

const method = selected(shapleyPermutation);
const rounds = 25;

/** shapley-permutation on the cheapest game there is: time outside the game against time inside it, of the same cells. */
export const permutationOverhead: Bench = {
  name: 'permutation-overhead',
  async lines() {
    const lines: Line[] = [];
    for (const agents of [20, 100, 1000]) {
      const budget = 20 * agents;
      const cellsPerRound = Math.ceil(20_000 / budget);
      const outside: number[] = [];
      const inside: number[] = [];
      for (let round = -3; round < rounds; round++) {
        const seconds = await measure(agents, budget, cellsPerRound);
        // The rounds before 0 warm up.
        if (round < 0) continue;
        outside.push(seconds.outside / cellsPerRound / budget);
        inside.push(seconds.inside / cellsPerRound / budget);
      }
      const found = compare(outside, inside);
      const note = `per evaluator call; baseline: inside an additive game; ${digits(1e9 * found.ours)} ns outside it`;
      lines.push({ what: `shapley-permutation, n = ${agents}, ${budget} calls`, unit: 'seconds', ...found, note });
    }
    return lines;
  },
};

async function measure(agents: number, budget: number, cells: number): Promise<{ outside: number; inside: number }> {
  const clock = { inside: 0 };
  const instance = timedGame(agents, clock);
  const start = performance.now();
  for (let cell = 0; cell < cells; cell++) await mustScore(method, instance, budget);
  const total = performance.now() - start;
  return { outside: (total - clock.inside) / 1000, inside: clock.inside / 1000 };
}

/** v(S) = the weights of S added up, with the time that takes added to `clock`. */
function timedGame(agents: number, clock: { inside: number }): Instance {
  const weights = Float64Array.from({ length: agents }, (_, agent) => (agent % 11) - 5);
  const outcome = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    id: 'additive',
    episode: {
      agents: Array.from({ length: agents }, (_, agent) => ({ id: `a${agent}`, role: `a${agent}` })),
      problem: '',
      messages: [],
      outcome,
      range: [-5 * agents, 5 * agents],
    },
    noise: 'none',
    truth: () => ({ shapley: weights }),
    open: () => ({
      worth: async (coalitions) => {
        const start = performance.now();
        const worths = memberSums(coalitions, weights);
        clock.inside += performance.now() - start;
        return worths;
      },
    }),
  };
}

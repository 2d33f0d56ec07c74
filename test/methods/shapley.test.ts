import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomOf } from '../../harness/random.ts';
import { shapleyOfTable } from '../../harness/table-values.ts';
import { leaveOneOut } from '../../methods/semivalue/leave-one-out.ts';
import { shapleyExact } from '../../methods/shapley/shapley-exact.ts';
import { shapleyPermutation } from '../../methods/shapley/shapley-permutation.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { answerOf, episodeSaying, gameOf, teamOf } from './on.ts';

const tables = fc.integer({ min: 1, max: 6 }).chain((agents) => {
  return fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2 ** agents, maxLength: 2 ** agents });
});
const tableGame = (values: readonly number[]) =>
  gameOf({ agents: Array.from({ length: Math.log2(values.length) }, (_, i) => `a${i}`), form: 'table', values });
const sumOf = (credit: Float64Array) => credit.reduce((sum, value) => sum + value, 0);

describe('shapley-exact', () => {
  it('is the Shapley value, for exactly 2^n evaluator calls', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (values) => {
        const { credit, spent } = await answerOf(shapleyExact, tableGame(values));
        expect(credit.agents).toEqual(shapleyOfTable(Float64Array.from(values)));
        expect(spent.evaluations).toBe(values.length);
      }),
    );
  });

  it('refuses a budget below 2^n and a team it cannot enumerate', async () => {
    const game = tableGame([0, 1, 2, 4]);
    await expect(answerOf(shapleyExact, game, { budget: 3 })).rejects.toThrow(
      'needs at least 4 evaluator calls; the budget is 3',
    );
    const large = gameOf({ agents: Array.from({ length: 25 }, (_, i) => `a${i}`), form: 'parity' });
    await expect(answerOf(shapleyExact, large)).rejects.toThrow(
      'enumerates 2^n coalitions for up to 24 agents; the team has 25',
    );
  });
});

describe('leave-one-out', () => {
  it('is v(N) − v(N∖i), for n + 1 evaluator calls', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (values) => {
        const agents = Math.log2(values.length);
        const { credit, spent } = await answerOf(leaveOneOut, tableGame(values));
        const grand = values.length - 1;
        expect([...credit.agents!]).toEqual(
          Array.from({ length: agents }, (_, i) => values[grand]! - values[grand ^ (1 << i)]!),
        );
        expect(spent.evaluations).toBe(agents + 1);
      }),
    );
  });
});

describe('shapley-permutation', () => {
  it('spends at most its budget and is efficient at every budget of at least n + 1', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.integer({ min: 0, max: 40 }), fc.boolean(), async (values, extra, antithetic) => {
        const budget = Math.log2(values.length) + 1 + extra;
        const options = `antithetic=${antithetic}`;
        const { credit, spent } = await answerOf(shapleyPermutation, tableGame(values), { budget, options });
        expect(spent.evaluations).toBeLessThanOrEqual(budget);
        expect(sumOf(credit.agents!)).toBeCloseTo(values.at(-1)! - values[0]!, 9);
      }),
    );
  });

  it.each([33, 100])('works for %i agents', async (agents) => {
    const weights = Array.from({ length: agents }, (_, i) => i);
    const game = gameOf({ agents: weights.map((i) => `a${i}`), form: 'additive', contributions: weights });
    const { credit, spent } = await answerOf(shapleyPermutation, game, { budget: agents + 1 });
    expect([...credit.agents!]).toEqual(weights);
    expect(spent.evaluations).toBe(agents + 1);
  });

  it('refuses a budget below n + 1', async () => {
    await expect(answerOf(shapleyPermutation, tableGame([0, 1, 2, 4]), { budget: 2 })).rejects.toThrow(
      'needs at least 3 evaluator calls; the budget is 2',
    );
  });

  it('is exact from one antithetic pair where interactions have order two at most', async () => {
    const edges = [
      { between: ['a', 'b'], weight: 4 },
      { between: ['a', 'c'], weight: -2 },
      { between: ['b', 'c'], weight: 3 },
      { between: ['c', 'd'], weight: 5 },
      { between: ['a', 'a'], weight: 1 },
    ];
    const game = gameOf({ agents: ['a', 'b', 'c', 'd'], form: 'induced-subgraph', edges });
    const { credit } = await answerOf(shapleyPermutation, game, { options: 'orders=2' });
    for (const [agent, value] of [2, 3.5, 3, 2.5].entries()) expect(credit.agents![agent]).toBeCloseTo(value, 12);
    const plain = await answerOf(shapleyPermutation, game, { options: 'orders=2,antithetic=false' });
    expect(plain.credit.agents).not.toEqual(credit.agents);
  });

  it('has mean φ and variance σ²/m over seeds on the glove game', async () => {
    const game = gameOf({ agents: ['l', 'r', 's'], form: 'glove', left: ['l'], right: ['r', 's'] });
    const [seeds, orders] = [2000, 4];
    const [sums, squares] = [new Float64Array(3), new Float64Array(3)];
    for (let seed = 0; seed < seeds; seed++) {
      const options = `orders=${orders},antithetic=false`;
      const { credit } = await answerOf(shapleyPermutation, game, { options, random: randomOf('glove', seed) });
      for (const [agent, value] of credit.agents!.entries()) {
        sums[agent]! += value;
        squares[agent]! += value ** 2;
      }
    }
    for (const [agent, [value, variance]] of [
      [2 / 3, 2 / 9],
      [1 / 6, 5 / 36],
      [1 / 6, 5 / 36],
    ].entries()) {
      const mean = sums[agent]! / seeds;
      expect(Math.abs(mean - value!)).toBeLessThan(4 * Math.sqrt(variance! / orders / seeds));
      const spread = squares[agent]! / seeds - mean ** 2;
      expect(Math.abs(spread / (variance! / orders) - 1)).toBeLessThan(4 * Math.sqrt(2 / seeds));
    }
  });
});

describe('on a team whose worth is sampled', () => {
  const team = teamOf(relayWorld([0.1, 0.2, 0.05]));
  const instance = episodeSaying(team, ['1', '1', '1']);
  const { shapley, removal } = team.truth.agents();

  it.each([
    ['shapley-exact', shapleyExact, shapley!],
    ['shapley-permutation', shapleyPermutation, shapley!],
    ['leave-one-out', leaveOneOut, removal!],
  ] as const)('%s averages to its exact value over seeds', async (_name, method, truth) => {
    const seeds = 400;
    const [sums, squares] = [new Float64Array(3), new Float64Array(3)];
    for (let seed = 0; seed < seeds; seed++) {
      const random = randomOf('sampled', seed);
      // The given outcome is a draw of v(N) too, so the episode is drawn anew with every seed.
      const drawn = { ...instance, episode: { ...instance.episode, outcome: random.float() < 179 / 250 ? 1 : 0 } };
      const { credit, spent } = await answerOf(method, drawn, { budget: 40, random });
      expect(spent.evaluations).toBeLessThanOrEqual(40);
      for (const [agent, value] of credit.agents!.entries()) {
        sums[agent]! += value;
        squares[agent]! += value ** 2;
      }
    }
    for (const [agent, value] of truth.entries()) {
      const mean = sums[agent]! / seeds;
      const standardError = Math.sqrt((squares[agent]! / seeds - mean ** 2) / seeds);
      expect(Math.abs(mean - value)).toBeLessThan(4 * standardError);
    }
  });
});

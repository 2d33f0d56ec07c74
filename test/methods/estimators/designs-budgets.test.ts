import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomOf } from '../../../harness/random.ts';
import { answerOf, gameOf } from '../on.ts';
import { names, orderSamplers, samplers } from './designs-games.ts';

const isOrders = (name: string) => orderSamplers.some(([one]) => one === name);
const isConserving = (name: string) => isOrders(name) || name.startsWith('svarm');
const leastOf = (name: string) => (isOrders(name) || name === 'banzhaf-msr' ? 2 : 3);
const sumOf = (credit: Float64Array) => credit.reduce((sum, value) => sum + value, 0);

const sizedGame = (count: number) => {
  const agents = names(count);
  const terms = agents.slice(0, 60).map((name, agent) => {
    const members = [...new Set([name, `a${(7 * agent + 3) % count}`, `a${(3 * agent + 1) % count}`])];
    return { members, coefficient: (agent % 5) - 1.5 };
  });
  return gameOf({ agents, form: 'unanimity', constant: 2, terms });
};

describe.each(samplers)('%s', (name, method, options) => {
  it.each([1, 2, 3, 12, 31, 32, 33, 100])('answers within any budget for %i agents', async (agents) => {
    const game = sizedGame(agents);
    const least = agents === 1 ? 2 : leastOf(name);
    for (const more of [0, 1, 2, 3, agents - 2, agents - 1, agents, 2 * agents, 4 * agents, 5 * agents, 97]) {
      const budget = least + Math.max(0, more);
      const { credit, spent } = await answerOf(method, game, { options, budget });
      expect(spent.evaluations).toBeLessThanOrEqual(budget);
      expect(credit.agents!.every(Number.isFinite)).toBe(true);
      if (isConserving(name)) expect(sumOf(credit.agents!)).toBeCloseTo(game.episode.outcome - 2, 9);
    }
  });

  it('answers for 1000 agents', async () => {
    const game = sizedGame(1000);
    for (const budget of [3, 500, 1001, 2600]) {
      const { credit, spent } = await answerOf(method, game, { options, budget });
      expect(spent.evaluations).toBeLessThanOrEqual(budget);
      expect(credit.agents!.every(Number.isFinite)).toBe(true);
      if (isConserving(name)) expect(sumOf(credit.agents!) / (game.episode.outcome - 2)).toBeCloseTo(1, 9);
    }
  });

  it('scales with the game and drops a constant without losing digits', async () => {
    const terms = [
      { members: ['a0', 'a1'], coefficient: 3 },
      { members: ['a1', 'a2', 'a3', 'a4'], coefficient: -2 },
    ];
    const agents = names(7);
    const game = gameOf({ agents, form: 'unanimity', terms });
    const other = { constant: 1e9, terms: terms.map((term) => ({ ...term, coefficient: 8 * term.coefficient })) };
    const scaled = gameOf({ agents, form: 'unanimity', ...other });
    for (const budget of [3, 8, 30, 90]) {
      const once = (await answerOf(method, game, { options, budget })).credit.agents!;
      const again = (await answerOf(method, game, { options, budget })).credit.agents!;
      expect(again).toEqual(once);
      const large = (await answerOf(method, scaled, { options, budget })).credit.agents!;
      const size = Math.max(1, ...once.map(Math.abs));
      for (const [agent, value] of once.entries())
        expect(Math.abs(large[agent]! - 8 * value)).toBeLessThan(1e-9 * size);
    }
  });

  it('refuses a budget from which it cannot answer', async () => {
    const least = leastOf(name);
    await expect(answerOf(method, sizedGame(5), { options, budget: least - 1 })).rejects.toThrow(
      `needs at least ${least} evaluator calls; the budget is ${least - 1}`,
    );
  });
});

describe('what is left over', () => {
  const unspentBelow = (name: string, agents: number) =>
    isOrders(name) ? agents - 1 : name.includes('halved') ? 2 * agents + 2 : name.startsWith('owen') ? agents + 1 : 2;

  it.each(samplers)('is less than one unit of %s, however many coalitions coincide', async (name, method, options) => {
    // Few draws of Owen sampling may all be of one size, ∅ with its complement even, and repeat for ever.
    const least = name.startsWith('owen') ? 100 : 0;
    const cases = fc.tuple(fc.integer({ min: 7, max: 9 }), fc.integer({ min: least, max: 300 }));
    await fc.assert(
      fc.asyncProperty(cases, fc.nat(), async ([agents, more], seed) => {
        const budget = Math.min(2 ** agents - 9, 4 * agents + 2 + more);
        const { spent } = await answerOf(method, sizedGame(agents), { options, budget, random: randomOf(seed) });
        expect(budget - spent.evaluations).toBeLessThan(unspentBelow(name, agents));
      }),
      { numRuns: 20 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Instance } from '../../../harness/contract.ts';
import { randomOf } from '../../../harness/random.ts';
import { shapley } from '../../../methods/shapley/shapley.ts';
import { answerOf, gameOf } from '../on.ts';
import { sixGames } from './regression-games.ts';
import { anyBudget, withProxies } from './regression-methods.ts';

const everyone = [...anyBudget, ...withProxies];
const sumOf = (credit: Float64Array) => credit.reduce((sum, value) => sum + value, 0);

/** v(N) − v(∅), from the exact values. */
function totalOf(instance: Instance): number {
  return sumOf(instance.truth().shapley!);
}

describe.each(everyone)('%s', (_name, method, options) => {
  it('is exact once the budget covers every coalition, and stops there', async () => {
    for (const agents of [3, 6])
      for (const [, instance] of sixGames(agents))
        for (const budget of [2 ** agents, 2 ** agents + 1, 10 * 2 ** agents]) {
          const { credit, spent } = await answerOf(method, instance, { options, budget });
          for (const [agent, value] of instance.truth().shapley!.entries())
            expect(credit.agents![agent]).toBeCloseTo(value, 10);
          expect(spent.evaluations).toBeLessThanOrEqual(2 ** agents);
        }
  });

  it('gives one agent all there is', async () => {
    const alone = gameOf({ agents: ['a'], form: 'table', values: [2, 5] });
    for (const budget of [2, 100]) {
      const { credit } = await answerOf(method, alone, { options, budget });
      expect([...credit.agents!]).toEqual([3]);
    }
  });

  it('gives the same answer twice', async () => {
    const [, instance] = sixGames(7)[1]!;
    const [once, again] = [
      await answerOf(method, instance, { options, budget: 60 }),
      await answerOf(method, instance, { options, budget: 60 }),
    ];
    expect(once.credit.agents).toEqual(again.credit.agents);
  });
});

describe.each(anyBudget)('%s', (_name, method, options) => {
  it.each([2, 3, 12, 31, 32, 33, 100])('conserves within every budget from 2 on, with %i agents', async (agents) => {
    const game = gameOf({
      agents: Array.from({ length: agents }, (_, agent) => `a${agent}`),
      form: 'airport',
      costs: Array.from({ length: agents }, (_, agent) => ((7 * agent) % 5) + 1),
    });
    const most = agents > 12 ? 4 * agents - 1 : 6 * agents;
    const budgets = [
      2,
      3,
      agents,
      agents + 1,
      agents + 2,
      2 * agents + 1,
      2 * agents + 2,
      most,
      2 ** agents - 2,
      2 ** agents - 1,
    ];
    for (const budget of budgets.filter((one) => one >= 2 && one <= most)) {
      const { credit, spent } = await answerOf(method, game, { options, budget, random: randomOf('budget', budget) });
      expect(spent.evaluations).toBeLessThanOrEqual(budget);
      expect(Math.abs(sumOf(credit.agents!) - totalOf(game))).toBeLessThan(1e-11);
    }
  });

  it('answers for 1000 agents', async () => {
    const costs = Array.from({ length: 1000 }, (_, agent) => agent % 7);
    const game = gameOf({ agents: costs.map((_, agent) => `a${agent}`), form: 'airport', costs });
    const { credit, spent } = await answerOf(method, game, { options, budget: 60 });
    expect(Math.abs(sumOf(credit.agents!) - 6)).toBeLessThan(1e-10);
    expect(spent.evaluations).toBeLessThanOrEqual(60);
  });
});

describe.each([['shapley', shapley, ''], ...withProxies] as const)('%s', (_name, method, options) => {
  it('conserves within its budget where it fits proxies, up to one coalition short of all', async () => {
    for (const [, instance] of sixGames(7).slice(0, 3))
      for (const budget of [56, 127]) {
        const { credit, spent } = await answerOf(method, instance, { options, budget });
        expect(spent.evaluations).toBeLessThanOrEqual(budget);
        expect(Math.abs(sumOf(credit.agents!) - totalOf(instance))).toBeLessThan(1e-11);
      }
  });
});

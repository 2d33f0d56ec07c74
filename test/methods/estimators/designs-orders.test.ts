import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { emptyCoalitions } from '../../../harness/coalitions.ts';
import { randomOf } from '../../../harness/random.ts';
import { antitheticOrders } from '../../../methods/shapley/designs/antithetic-orders.ts';
import type { OrderDesign } from '../../../methods/shapley/designs/order-design.ts';
import { orthogonalOrders } from '../../../methods/shapley/designs/orthogonal-orders.ts';
import { rotatedOrders } from '../../../methods/shapley/designs/rotated-orders.ts';
import { spread } from '../../../methods/shapley/designs/spread.ts';
import { shapleyAntithetic } from '../../../methods/shapley/shapley-antithetic.ts';
import { answerOf, gameOf } from '../on.ts';
import { names, orderSamplers } from './designs-games.ts';

const firstOf = (design: OrderDesign, agents: number, count: number, seed = 0) => {
  const orders = design(randomOf('orders', seed), agents);
  return Array.from({ length: count }, () => [...orders.next().value]);
};
const everyAgent = (agents: number) => Array.from({ length: agents }, (_, agent) => agent);

const designs: [string, OrderDesign, number][] = [
  ['antithetic', antitheticOrders, 2],
  ['rotated', rotatedOrders, 4],
  ['orthogonal', orthogonalOrders, 6],
];

describe.each(designs)('%s orders', (_name, design, block) => {
  it('are orders of all agents, for any number of them', () => {
    for (const agents of [1, 2, 3, 7, 33])
      for (const order of firstOf(design, agents, 3 * agents))
        expect(order.toSorted((a, b) => a - b)).toEqual(everyAgent(agents));
  });

  it('are uniform at every place of a block', () => {
    const seeds = 2400;
    for (let place = 0; place < block; place++) {
      const counts = new Map<string, number>();
      for (let seed = 0; seed < seeds; seed++) {
        const key = firstOf(design, 4, place + 1, seed)[place]!.join();
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      // χ² of 24 orders has 23 degrees of freedom: mean 23, standard deviation √46.
      let distance = (24 - counts.size) * (seeds / 24);
      for (const count of counts.values()) distance += (count - seeds / 24) ** 2 / (seeds / 24);
      expect(distance).toBeLessThan(23 + 4.5 * Math.sqrt(46));
    }
  });
});

describe('a block', () => {
  it('of antithetic or orthogonal orders is made of an order and its reversal', () => {
    for (const design of [antitheticOrders, orthogonalOrders]) {
      const orders = firstOf(design, 6, 24);
      for (let pair = 0; pair < 24; pair += 2) expect(orders[pair + 1]).toEqual(orders[pair]!.toReversed());
    }
  });

  it('of rotated orders gives every agent every place once, and spreads the places of its beginning', () => {
    const orders = firstOf(rotatedOrders, 12, 12);
    for (const agent of everyAgent(12)) {
      const places = orders.map((order) => order.indexOf(agent));
      expect(places.toSorted((a, b) => a - b)).toEqual(everyAgent(12));
      const [first, second, third] = places.slice(0, 3).toSorted((a, b) => a - b);
      expect(Math.min(second! - first!, third! - second!, first! + 12 - third!)).toBeGreaterThanOrEqual(2);
    }
  });

  it('of orthogonal orders has positions that are less alike than those of antithetic pairs', () => {
    // The positions of two orders, centred, have inner product 0 on average when independent and nearly 0 always when orthogonal.
    const spreadOf = (design: OrderDesign) => {
      let squares = 0;
      for (let seed = 0; seed < 200; seed++) {
        const [one, , other] = firstOf(design, 8, 3, seed);
        const inner = one!.reduce((sum, agent, place) => sum + (place - 3.5) * (other!.indexOf(agent) - 3.5), 0);
        squares += inner ** 2 / 200;
      }
      return squares;
    };
    expect(spreadOf(orthogonalOrders)).toBeLessThan(0.4 * spreadOf(antitheticOrders));
  });
});

describe('spread', () => {
  it('names every index once and starts anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), (length, seed) => {
        expect([...spread(randomOf(seed), length)].toSorted((a, b) => a - b)).toEqual(everyAgent(length));
      }),
    );
    const starts = new Set(everyAgent(100).map((seed) => spread(randomOf('start', seed), 5)[0]));
    expect(starts.size).toBe(5);
  });
});

describe.each(orderSamplers)('%s', (name, method) => {
  const terms = [
    { members: ['a0', 'a1', 'a2'], coefficient: 4 },
    { members: ['a2', 'a3', 'a4', 'a6'], coefficient: -3 },
  ];
  const game = gameOf({ agents: names(8), form: 'unanimity', constant: 1, terms });

  it('gives null players exactly 0 from n + 1 calls on, and each agent no more than its marginals', async () => {
    for (const budget of [9, 16, 50, 200]) {
      const { agents } = (await answerOf(method, game, { budget })).credit;
      expect([agents![5], agents![7]]).toEqual([0, 0]);
      for (const agent of [0, 1]) expect(agents![agent]).toBeGreaterThanOrEqual(0);
      expect(agents![3]).toBeLessThanOrEqual(0);
    }
  });

  it('shares v(N) − v(∅) equally for 2 calls, and by even blocks of one order for up to n', async () => {
    expect([...(await answerOf(method, game, { budget: 2 })).credit.agents!]).toEqual(Array(8).fill(1 / 8));
    const additive = gameOf({ agents: names(8), form: 'additive', contributions: [1, 2, 4, 8, 16, 32, 64, 128] });
    const { credit, spent } = await answerOf(method, additive, { budget: 5 });
    expect(spent.evaluations).toBe(5);
    const shares = [...credit.agents!].toSorted((a, b) => a - b);
    for (const block of [0, 2, 4, 6]) expect(shares[block]).toBe(shares[block + 1]);
    expect(new Set(shares).size).toBe(4);
    expect(credit.agents!.reduce((sum, value) => sum + value, 0)).toBe(255);
  });

  it(`goes on until its distinct coalitions are spent: ${name}`, async () => {
    const large = gameOf({ agents: names(12), form: 'parity' });
    let rows = 0;
    const probed = {
      ...large,
      open: () => ({
        worth: async (coalitions: ReturnType<typeof emptyCoalitions>) => {
          rows += coalitions.count;
          return Float64Array.from({ length: coalitions.count }, () => 0);
        },
      }),
    };
    const { spent } = await answerOf(method, probed, { budget: 2000 });
    // 181 orders of 11 new coalitions each would spend 1993 rows, and about 1190 distinct ones.
    expect(spent.evaluations).toBeGreaterThan(1989);
    expect(rows).toBe(spent.evaluations - 1);
  });
});

describe('shapley-antithetic', () => {
  it('is exact from one pair where interactions have order two at most', async () => {
    const agents = names(7);
    const edges = agents.slice(1).map((name, agent) => ({ between: ['a0', name], weight: agent - 2.5 }));
    const game = gameOf({ agents, form: 'induced-subgraph', edges });
    const { credit } = await answerOf(shapleyAntithetic, game, { budget: 14 });
    for (const [agent, value] of game.truth().shapley!.entries()) expect(credit.agents![agent]).toBeCloseTo(value, 12);
  });
});

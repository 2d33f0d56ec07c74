import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapleyOfTable } from '../../../harness/table-values.ts';
import { asymmetricShapley } from '../../../methods/structured/asymmetric-shapley.ts';
import { myerson } from '../../../methods/structured/myerson.ts';
import { owenValue } from '../../../methods/structured/owen-value.ts';
import { weightedShapley } from '../../../methods/structured/weighted-shapley.ts';
import { slowComponents, slowRestricted, textOf } from './structures.ts';
import {
  and,
  creditOf,
  dualOf,
  glove,
  majority,
  meanMarginals,
  names,
  near,
  or,
  ordersOf,
  slowMobius,
  soug,
  tableOf,
  tables,
  voting,
} from './tables.ts';

const agentsOf = (values: readonly number[]) => Math.log2(values.length);
const third = 1 / 3;

describe('owen-value', () => {
  it.each([
    ['majority of 3', majority, 'a:b/c', [1 / 2, 1 / 2, 0]],
    ['[5;3,2,2,1]', voting, 'a/b:c/d', [1 / 6, third, third, 1 / 6]],
    ['a glove', glove, 'a/b:c', [1 / 2, 1 / 4, 1 / 4]],
    ['a glove', glove, 'a:b/c', [3 / 4, 1 / 4, 0]],
    ['3u₀₁ + 2u₁₂₃ − u₀₃ + u₂', soug, 'a:b/c:d', [1, 5 / 2, 3 / 2, 0]],
  ])('of %s is published: %s %s', async (_name, values, unions, expected) => {
    expect(near(await creditOf(owenValue, values, `unions=${unions}`), expected)).toBe(true);
  });

  it('is the mean marginal over the orders in which every union stands together, and its own dual', async () => {
    const drawn = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(tables(5), drawn, async (values, unionOf) => {
        const agents = agentsOf(values);
        const groups = [0, 1, 2].map((union) => names.slice(0, agents).filter((_, i) => unionOf[i] === union));
        const options = `unions=${textOf(groups)}`;
        const together = ordersOf(agents).filter((order) => {
          const changes = order.filter((agent, place) => place > 0 && unionOf[agent] !== unionOf[order[place - 1]!]);
          return changes.length === groups.filter(({ length }) => length > 0).length - 1;
        });
        const owen = await creditOf(owenValue, values, options);
        expect(near(owen, meanMarginals(values, together))).toBe(true);
        expect(near(await creditOf(owenValue, dualOf(values), options), owen)).toBe(true);
      }),
    );
  });

  it('is Shapley’s with everybody alone, and with everybody in one union', async () => {
    const shapley = [...shapleyOfTable(Float64Array.from(soug))];
    for (const unions of ['role', 'a', 'a:b:c:d'])
      expect(near(await creditOf(owenValue, soug, `unions=${unions}`), shapley)).toBe(true);
    expect(near(await creditOf(owenValue, glove, 'unions=a'), [2 / 3, 1 / 6, 1 / 6])).toBe(true);
  });
});

describe('myerson', () => {
  const wages = tableOf(3, ({ length }) => [0, 0, 60, 72][length]!);
  const outer = tableOf(3, (members) => Number(members.includes(0) && members.includes(2)));

  it.each([
    ['wages', wages, 'a:b:c', [14, 44, 14]],
    ['wages', wages, 'a:b:c:a', [24, 24, 24]],
    ['wages', wages, 'a:b', [30, 30, 0]],
    ['majority of 3', majority, 'path', [1 / 6, 2 / 3, 1 / 6]],
    ['u₀₂', outer, 'path', [third, third, third]],
    ['3u₀₁ + 2u₁₂₃ − u₀₃ + u₂', soug, 'path', [5 / 4, 23 / 12, 17 / 12, 5 / 12]],
    ['OR', or, 'path', [1 / 2, 0, 1 / 2]],
  ])('of %s is published: %s %s', async (_name, values, graph, expected) => {
    expect(near(await creditOf(myerson, values, `graph=${graph}`), expected)).toBe(true);
  });

  const links = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), { maxLength: 6 });
  const within = (agents: number, drawn: readonly (readonly [number, number])[]) =>
    drawn.filter(([i, j]) => i < j && j < agents);
  const optionsOf = (edges: readonly (readonly [number, number])[]) =>
    `graph=${textOf([['a'], ...edges.map(([i, j]) => [names[i]!, names[j]!])])}`;

  it('is the mean marginal in the graph-restricted game, and every component shares its own worth', async () => {
    await fc.assert(
      fc.asyncProperty(tables(5), links, async (values, drawn) => {
        const edges = within(agentsOf(values), drawn);
        const credit = await creditOf(myerson, values, optionsOf(edges));
        const restricted = slowRestricted(values, edges);
        expect(near(credit, meanMarginals(restricted, ordersOf(agentsOf(values))))).toBe(true);
        for (const component of slowComponents(values.length - 1, edges)) {
          const sum = credit.reduce((total, value, agent) => total + ((component >> agent) & 1 ? value : 0), 0);
          expect(sum).toBeCloseTo(values[component]! - values[0]!, 9);
        }
      }),
    );
  });

  it('is fair: a link taken away costs both its ends alike', async () => {
    await fc.assert(
      fc.asyncProperty(tables(5), links, async (values, drawn) => {
        const [cut, ...rest] = within(agentsOf(values), drawn);
        fc.pre(cut !== undefined);
        const [i, j] = cut!;
        const kept = rest.filter(([one, other]) => one !== i || other !== j);
        const before = await creditOf(myerson, values, optionsOf([cut!, ...kept]));
        const after = await creditOf(myerson, values, optionsOf(kept));
        expect(before[i]! - after[i]!).toBeCloseTo(before[j]! - after[j]!, 9);
      }),
    );
  });
});

describe('asymmetric-shapley', () => {
  it.each([
    ['u₀₁₂', and, 'a:b:c', [0, 0, 1]],
    ['OR', or, 'listed', [1, 0, 0]],
    ['3u₀₁ + 2u₁₂₃ − u₀₃ + u₂', soug, 'a:b/a:c/a:d', [0, 11 / 3, 5 / 3, -third]],
    ['3u₀₁ + 2u₁₂₃ − u₀₃ + u₂', soug, 'listed', [0, 3, 1, 1]],
  ])('of %s is published: %s %s', async (_name, values, order, expected) => {
    expect(near(await creditOf(asymmetricShapley, values, `order=${order}`), expected)).toBe(true);
  });

  it('is the mean marginal over the orders that keep the precedence, and of the dual under the reverse', async () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(tables(5), pairs, async (values, drawn) => {
        const agents = agentsOf(values);
        const before = drawn.filter(([i, j]) => i < j && j < agents);
        const kept = ordersOf(agents).filter((order) => before.every(([i, j]) => order.indexOf(i) < order.indexOf(j)));
        const chains = before.map(([i, j]) => [names[i]!, names[j]!]);
        const credit = await creditOf(asymmetricShapley, values, `order=${textOf([['a'], ...chains])}`);
        expect(near(credit, meanMarginals(values, kept))).toBe(true);
        const reversed = `order=${textOf([['a'], ...chains.map((chain) => chain.toReversed())])}`;
        expect(near(await creditOf(asymmetricShapley, dualOf(values), reversed), credit)).toBe(true);
      }),
    );
  });
});

describe('weighted-shapley', () => {
  it('shares what each coalition brings in proportion to the weights of its members', async () => {
    const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(tables(5), weights, async (values, tenths) => {
        const agents = agentsOf(values);
        const expected = new Array<number>(agents).fill(0);
        const members = (set: number) => names.slice(0, agents).flatMap((_, i) => ((set >> i) & 1 ? [i] : []));
        for (const [set, dividend] of slowMobius(values).entries()) {
          const sum = members(set).reduce((total, i) => total + tenths[i]!, 0);
          for (const i of members(set)) expected[i]! += (dividend * tenths[i]!) / sum;
        }
        const given = textOf(members(values.length - 1).map((i) => [names[i]!, String(tenths[i]! / 10)]));
        expect(near(await creditOf(weightedShapley, values, `weights=${given}`), expected, 11)).toBe(true);
      }),
    );
  });

  it('is Shapley’s where all weigh alike, and shares a unanimity game 2 : 1 : 1 where one weighs double', async () => {
    const shapley = [...shapleyOfTable(Float64Array.from(soug))];
    for (const options of ['', 'weights=equal', 'weights=a:7/b:7/c:7/d:7'])
      expect(near(await creditOf(weightedShapley, soug, options), shapley)).toBe(true);
    expect(near(await creditOf(weightedShapley, and, 'weights=a:2'), [1 / 2, 1 / 4, 1 / 4])).toBe(true);
  });
});

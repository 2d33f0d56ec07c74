import { describe, expect, it } from 'vitest';
import { runCell } from '../harness/cell.ts';
import { randomOf } from '../harness/random.ts';
import { score } from '../harness/score.ts';
import { selectMethod } from '../harness/selection.ts';
import { methods } from '../methods/catalog.ts';
import { tasks } from '../tasks/catalog.ts';
import { gameOf } from './methods/on.ts';

const take = <Item>(items: Iterable<Item>, count: number): Item[] => {
  const taken: Item[] = [];
  for (const item of items) if (taken.push(item) >= count) break;
  return taken;
};
const here = tasks.filter((task) => task.unavailable?.() === undefined);

describe('the catalogs', () => {
  it('name every method and task once, in kebab-case', () => {
    for (const ids of [methods.map(({ id }) => id), tasks.map(({ id }) => id)]) {
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
  });

  it('cite a source for every method', () => {
    for (const { source } of methods) expect(source).not.toBe('');
  });
});

describe.each(here.map((task) => [task.id, task] as const))('task %s', (_id, task) => {
  const instances = take(task.instances(randomOf('catalog', task.id)), 6);

  it('draws the same instances from the same stream and others from another', () => {
    const again = take(task.instances(randomOf('catalog', task.id)), 6);
    expect(again.map(({ episode }) => episode)).toEqual(instances.map(({ episode }) => episode));
    if (task.fixed === true) return;
    const others = take(task.instances(randomOf('another', task.id)), 6);
    expect(others.map((one) => one.truth())).not.toEqual(instances.map((one) => one.truth()));
  });

  it('offers what it says it offers and knows the truth it says it knows', () => {
    for (const instance of instances) {
      expect(Object.keys(instance.open({ random: randomOf('x'), generated: () => {} })).toSorted()).toEqual(
        task.offers.toSorted(),
      );
      expect(Object.keys(instance.truth()).toSorted()).toEqual((task.estimands ?? []).toSorted());
    }
  });

  it('has outcomes in its range and finite truth of the right length', () => {
    for (const { episode, truth } of instances) {
      expect(episode.outcome).toBeGreaterThanOrEqual(episode.range[0]);
      expect(episode.outcome).toBeLessThanOrEqual(episode.range[1]);
      const { 'first-error': firstError, advantage, standardErrors: _, ...agents } = truth();
      for (const values of Object.values(agents)) {
        expect(values).toHaveLength(episode.agents.length);
        expect(values.every(Number.isFinite)).toBe(true);
      }
      if (advantage !== undefined) expect(advantage).toHaveLength(episode.messages.length);
      if (firstError?.step !== undefined && firstError.step !== null)
        expect(firstError.step).toBeLessThan(episode.messages.length);
    }
  });

  describe.each(methods.map((method) => [method.id, method] as const))('with %s', (_method, method) => {
    const selected = selectMethod(method, {}, 'test');

    it.each([1, 3, 8, 40, 300])(
      'answers within %i evaluator calls or says why not, and changes nothing',
      async (budget) => {
        for (const instance of instances) {
          const before = JSON.stringify(instance.episode);
          const result = await runCell(selected, instance, budget, randomOf('cell', budget));
          expect(JSON.stringify(instance.episode)).toBe(before);
          if (result.status !== 'scored') {
            expect(result).toMatchObject({ status: 'skipped', reason: expect.stringMatching(/^[a-z0-9].*[^.]$/i) });
            continue;
          }
          expect(result.spent.evaluations).toBeLessThanOrEqual(budget);
          for (const scores of Object.values(score(result.credit, instance.truth(), instance.episode)))
            for (const value of Object.values(scores))
              expect(typeof value === 'string' || Number.isFinite(value)).toBe(true);
        }
      },
    );
  });
});

describe.each(methods.filter(({ laws }) => laws.symmetry === 'always').map((one) => [one.id, one] as const))(
  '%s',
  (_id, method) => {
    it('gives relabelled agents relabelled credit', async () => {
      const agents = ['a', 'b', 'c', 'd'];
      const terms = [
        { members: ['a', 'b'], coefficient: 3 },
        { members: ['b', 'c', 'd'], coefficient: 2 },
        { members: ['a', 'd'], coefficient: -1 },
        { members: ['c'], coefficient: 1 },
      ];
      const order = ['c', 'a', 'd', 'b'];
      const creditOf = async (names: readonly string[]) => {
        const game = gameOf({ agents: names, form: 'unanimity', constant: 0, terms });
        const result = await runCell(selectMethod(method, {}, 'test'), game, 64, randomOf('relabel'));
        if (result.status !== 'scored') throw new Error(result.reason);
        return Object.fromEntries(names.map((name, index) => [name, result.credit.agents![index]!]));
      };
      const [plain, relabelled] = [await creditOf(agents), await creditOf(order)];
      for (const name of agents) expect(relabelled[name]).toBeCloseTo(plain[name]!, 12);
    });
  },
);

describe('what a method says that one answer costs', () => {
  it('is said of every method', () => {
    for (const { id, cost } of methods) expect(cost, id).toBeTruthy();
  });

  const game = gameOf({
    kind: 'game',
    agents: ['a', 'b', 'c'],
    form: 'table',
    values: [0, 1, 2, 4, 3, 5, 6, 9],
  });
  const relay = take(tasks.find(({ id }) => id === 'relay')!.instances(randomOf('cost')), 6);
  const expected: readonly (readonly [cost: RegExp, onGame: number | undefined])[] = [
    [/^(no evaluator call|nothing)/, 1],
    [/^2ⁿ evaluator calls$/, 8],
    [/^n \+ 1 evaluator calls$/, 4],
    [/^v\(∅\) and the outcome$/, 2],
  ];
  const exact = methods.flatMap((method) =>
    expected.flatMap(([cost, calls]) => (cost.test(method.cost ?? '') ? [[method.id, method, calls] as const] : [])),
  );

  it.each(exact)('is what %s spends', async (_, method, calls) => {
    const selected = selectMethod(method, {}, 'test');
    const onGame = await runCell(selected, game, 64, randomOf('cost'));
    if (onGame.status === 'scored') expect(onGame.spent.evaluations).toBe(calls);
    for (const instance of method.cost!.startsWith('no') ? relay : []) {
      const result = await runCell(selected, instance, 64, randomOf('cost'));
      if (result.status === 'scored') expect(result.spent.evaluations).toBe(1);
    }
  });
});

import { describe, expect, it } from 'vitest';
import type { Instance } from '../../../harness/contract.ts';
import { asymmetricShapley } from '../../../methods/structured/asymmetric-shapley.ts';
import { myerson } from '../../../methods/structured/myerson.ts';
import { owenValue } from '../../../methods/structured/owen-value.ts';
import { weightedShapley } from '../../../methods/structured/weighted-shapley.ts';
import { answerOf, gameOf } from '../on.ts';
import { creditOf, near, soug, tableGame } from './tables.ts';

const fourNamed = (agents: readonly string[]) => gameOf({ agents, form: 'table', values: soug });
const withRoles = (roles: readonly string[]): Instance => {
  const game = tableGame(soug);
  return { ...game, episode: { ...game.episode, agents: roles.map((role, i) => ({ id: `agent-${i}`, role })) } };
};

describe('a declared structure', () => {
  it('names agents by id, and by index where no agent has that id', async () => {
    const expected = await creditOf(owenValue, soug, 'unions=a:b/c:d');
    const staged = fourNamed(['stage-1', 'stage-2', 'v1.5', '0']);
    for (const unions of ['stage-1:stage-2/v1.5:0', 'stage-1:1/2:3', '3:2/1:stage-1', 'stage-1 : stage-2 / 2:0']) {
      const { credit } = await answerOf(owenValue, staged, { options: `unions=${unions}` });
      expect(near(credit.agents!, expected), unions).toBe(true);
    }
  });

  it('joins agents of one role, by default', async () => {
    const byRole = await answerOf(owenValue, withRoles(['coder', 'coder', 'critic', 'critic']));
    expect(near(byRole.credit.agents!, [1, 5 / 2, 3 / 2, 0])).toBe(true);
    const apart = await answerOf(owenValue, withRoles(['coder', 'critic', 'critic', 'coder']));
    expect(near(apart.credit.agents!, await creditOf(owenValue, soug, 'unions=a:d/b:c'))).toBe(true);
  });

  it.each([
    [owenValue, 'unions=a:x', 'skipped: unions=a:x: unknown agent "x"; did you mean "a"? agents are a, b, c, d'],
    [owenValue, 'unions=a:4', 'skipped: unions=a:4: unknown agent "4"; did you mean "a"? agents are a, b, c, d'],
    [owenValue, 'unions=a:b/c:a', 'skipped: unions=a:b/c:a: agent "a" is named twice'],
    [myerson, 'graph=b:c/planner:a', 'skipped: graph=b:c/planner:a: unknown agent "planner"; agents are a, b, c, d'],
    [myerson, 'graph=a:b/2:c', 'skipped: graph=a:b/2:c: agent "c" is linked to itself'],
    [asymmetricShapley, 'order=a:b/b:c/c:a', 'skipped: order=a:b/b:c/c:a: puts agents in a circle'],
    [asymmetricShapley, 'order=a:a', 'skipped: order=a:a: puts agents in a circle'],
    [weightedShapley, 'weights=a:2/0:3', 'skipped: weights=a:2/0:3: agent "a" is named twice'],
    [weightedShapley, 'weights=a:2/b:0', 'skipped: weights=a:2/b:0: "b:0" weighs nothing; expected a number above 0'],
    [weightedShapley, 'weights=who:2', 'skipped: weights=who:2: unknown agent "who"; agents are a, b, c, d'],
  ])('that does not fit the episode is refused with a sentence: %#', async (method, options, sentence) => {
    await expect(answerOf(method, tableGame(soug), { options })).rejects.toThrow(sentence);
  });

  it.each([
    [owenValue, 'unions=a::b'],
    [owenValue, 'unions=/a'],
    [myerson, 'graph=a:'],
    [asymmetricShapley, 'order='],
    [weightedShapley, 'weights=a'],
    [weightedShapley, 'weights=a:-1'],
    [weightedShapley, 'weights=a:1:2'],
  ])('that cannot be read is a bad option: %#', async (method, options) => {
    await expect(answerOf(method, tableGame(soug), { options })).rejects.toThrow(
      new RegExp(`method ${method.id}.*expected agent`),
    );
  });

  it('is refused for a team too large to look through', async () => {
    const large = gameOf({ agents: Array.from({ length: 21 }, (_, i) => `a${i}`), form: 'parity' });
    for (const method of [owenValue, myerson, asymmetricShapley, weightedShapley])
      await expect(answerOf(method, large)).rejects.toThrow(
        'skipped: looks through 2^n coalitions for up to 20 agents; the team has 21',
      );
  });
});

describe('evaluator calls', () => {
  it.each([
    ['coalitions that split one union at most', owenValue, 'unions=a:b/c:d', 12],
    ['all coalitions where nobody has a union', owenValue, '', 16],
    ['all coalitions where everybody is in one', owenValue, 'unions=a:b:c:d', 16],
    ['∅ and the connected coalitions', myerson, 'graph=path', 11],
    ['∅, the connected coalitions and the given episode', myerson, 'graph=a:b/c:d', 8],
    ['the coalitions of an order', asymmetricShapley, 'order=listed', 5],
    ['the down-sets of a fork', asymmetricShapley, 'order=a:b/a:c/a:d', 9],
    ['all coalitions', weightedShapley, 'weights=a:2', 16],
  ])('are %s', async (_what, method, options, calls) => {
    const game = tableGame(soug);
    const asked: number[] = [];
    const watched: Instance = {
      ...game,
      open: (opening) => ({
        worth: async (coalitions) => {
          asked.push(...coalitions.words);
          return game.open(opening).worth!(coalitions);
        },
      }),
    };
    const { credit, spent } = await answerOf(method, watched, { options, budget: calls });
    expect(spent.evaluations).toBe(calls);
    expect(new Set([15, ...asked]).size).toBe(calls);
    expect([...credit.agents!]).toEqual(await creditOf(method, soug, options));
    await expect(answerOf(method, game, { options, budget: calls - 1 })).rejects.toThrow(
      `skipped: needs at least ${calls} evaluator calls; the budget is ${calls - 1}`,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { allCoalitions, coalitionsOf, grandCoalition } from '../../harness/coalitions.ts';
import type { Instance } from '../../harness/contract.ts';
import { meter } from '../../harness/meter.ts';
import { randomOf } from '../../harness/random.ts';
import { drawInstance } from '../../tasks/teams/instance.ts';
import { relayWorld } from '../../tasks/teams/relay.ts';
import { growTree } from '../../tasks/teams/tree.ts';
import { teamTruth } from '../../tasks/teams/truth.ts';
import { additiveGame } from './one-game.ts';

const random = randomOf('meter test');
const unlimited = Number.POSITIVE_INFINITY;

function relayInstance(): Instance {
  const tree = growTree(relayWorld([0.1, 0.2, 0.05]));
  return drawInstance('relay', tree, teamTruth(tree), random.stream('episode'));
}

describe('meter', () => {
  it('books the given episode as the first evaluator call', () => {
    expect(meter(additiveGame(3), unlimited, random).spent).toEqual({
      evaluations: 1,
      messages: 0,
      judgements: 0,
      tokens: 0,
    });
    expect(meter(relayInstance(), unlimited, random).spent).toMatchObject({ evaluations: 1, messages: 3 });
  });

  it('knows v(N) from the outcome and gives it away free of charge', async () => {
    const game = additiveGame(3);
    const { probes, spent } = meter(game, 1, random);
    expect([...(await probes.worth!(grandCoalition(3)))]).toEqual([6]);
    expect(spent.evaluations).toBe(1);
    expect(game.asked).toEqual([]);
  });

  it.each([3, 31, 32, 33, 100])('charges each distinct coalition of %i agents once', async (agents) => {
    const game = additiveGame(agents);
    const { probes, spent } = meter(game, unlimited, random);
    const coalitions = coalitionsOf(agents, [[0], [agents - 1], [0], []]);
    expect([...(await probes.worth!(coalitions))]).toEqual([1, agents, 1, 0]);
    expect([...(await probes.worth!(coalitions))]).toEqual([1, agents, 1, 0]);
    expect(spent.evaluations).toBe(1 + 3);
    expect(game.asked).toEqual([3]);
  });

  it('charges a coalition that is asked twice at once only once', async () => {
    const { probes, spent } = meter(additiveGame(3), unlimited, random);
    const ask = () => probes.worth!(coalitionsOf(3, [[0], [1]]));
    await Promise.all([ask(), ask()]);
    expect(spent.evaluations).toBe(3);
  });

  it('charges all 2^n coalitions as 2^n, the given one included', async () => {
    const { probes, spent } = meter(additiveGame(10), 1024, random);
    await probes.worth!(allCoalitions(10));
    expect(spent.evaluations).toBe(1024);
  });

  it('charges every repeat where the worth is sampled', async () => {
    const { probes, spent } = meter(additiveGame(3, 'sampled'), unlimited, random);
    await probes.worth!(coalitionsOf(3, [[0], [0], [0, 1, 2]]));
    expect(spent.evaluations).toBe(1 + 3);
  });

  it('refuses the call that would exceed the budget, whole, and remembers it', async () => {
    const game = additiveGame(3);
    const { probes, spent, refusal } = meter(game, 4, random);
    await probes.worth!(coalitionsOf(3, [[0], [1]]));
    const tooMuch = probes.worth!(coalitionsOf(3, [[2], []]));
    await expect(tooMuch).rejects.toThrow('worth asked for 2 evaluator calls; 1 of 4 are left');
    expect(spent.evaluations).toBe(3);
    expect(game.asked).toEqual([2]);
    expect(refusal()?.code).toBe('over-budget');
    await probes.worth!(coalitionsOf(3, [[2]]));
    expect(spent.evaluations).toBe(4);
  });

  it('counts evaluations, messages and judgements apart', async () => {
    const { probes, spent } = meter(relayInstance(), unlimited, random);
    await probes.replay!([{ step: 0, count: 2 }]);
    expect(spent).toMatchObject({ evaluations: 3, messages: 3 + 6 });
    await probes.sample!(1, 4);
    expect(spent).toMatchObject({ evaluations: 3, messages: 13 });
    await probes.rollout!(5);
    expect(spent).toMatchObject({ evaluations: 8, messages: 28 });
    await probes.judge!([0, 1, 0]);
    await probes.judge!([1]);
    expect(spent).toMatchObject({ evaluations: 8, judgements: 2 });
  });

  it.each([
    ['worth', (p) => p.worth!(grandCoalition(2)), 'worth: coalitions of 2 agents in a team of 3'],
    ['sample', (p) => p.sample!(3, 1), 'sample: step 3 of an episode of 3 messages'],
    ['sample count', (p) => p.sample!(0, -1), 'sample: count -1; expected a whole number'],
    ['instead', (p) => p.sample!(1, 1, ['x', 'y']), 'sample: 2 messages instead of the 1 before'],
    ['replay', (p) => p.replay!([{ step: 1.5, count: 1 }]), 'replay: step 1.5 of an episode of 3 messages'],
    [
      'then',
      (p) => p.replay!([{ step: 1, then: { 0: 'x' }, count: 1 }]),
      'replay: then names step 0, which is not after step 1',
    ],
    ['judge', (p) => p.judge!([-1]), 'judge: step -1 of an episode of 3 messages'],
  ] satisfies [string, (probes: ReturnType<typeof meter>['probes']) => Promise<unknown>, string][])(
    'says what is wrong with a question: %s',
    async (_name, ask, message) => {
      const { probes, spent } = meter(relayInstance(), unlimited, random);
      await expect(ask(probes)).rejects.toThrow(message);
      expect(spent.evaluations).toBe(1);
    },
  );

  it('refuses an evaluator that answers NaN', async () => {
    const game = { ...additiveGame(2), open: () => ({ worth: async () => Float64Array.of(Number.NaN) }) };
    const { probes } = meter(game, unlimited, random);
    await expect(probes.worth!(coalitionsOf(2, [[0]]))).rejects.toThrow('the task answered NaN at 0');
  });
});

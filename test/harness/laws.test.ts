import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isMember } from '../../harness/coalitions.ts';
import type { Law } from '../../harness/contract.ts';
import { type AnyMethod, defineMethod } from '../../harness/define.ts';
import { checkLaw } from '../../harness/laws/check-law.ts';
import { laws } from '../../harness/row.ts';
import { selectMethod } from '../../harness/selection.ts';
import { methods } from '../../methods/catalog.ts';
import { shapleyExact } from '../../methods/shapley/shapley-exact.ts';
import { lawSubjects } from '../../tasks/law-subjects.ts';

const check = (method: AnyMethod, law: Law, trials = 100) =>
  checkLaw(selectMethod(method, {}, 'test'), law, lawSubjects, trials, 'laws test');

const method = (assign: AnyMethod['assign'], needs: AnyMethod['needs'] = ['worth']): AnyMethod =>
  defineMethod({ id: 'm', title: 'm', source: '', targets: [], needs, laws: {}, options: z.object({}), assign });

describe('checkLaw', () => {
  it('finds the smallest game on which a law fails, as a file that can be read', async () => {
    const everythingToTheFirst = method(({ agents, outcome }) => ({
      agents: Float64Array.from(agents, (_, index) => (index === 0 ? outcome : 0)),
    }));
    const found = await check(everythingToTheFirst, 'null-player');
    expect(found).toMatchObject({ verdict: 'violated', claim: null });
    expect(found.reason).toMatch(/^agent 0 changes nothing and gets -?1$/);
    expect(found.counterexample).toMatchObject({ kind: 'game', form: 'unanimity' });
    expect((found.counterexample as { terms: unknown[] }).terms.length).toBeLessThanOrEqual(1);
  });

  const faulty: [Law, AnyMethod][] = [
    ['efficiency', method(({ agents }) => ({ agents: new Float64Array(agents.length).fill(7) }))],
    ['symmetry', method(({ agents }) => ({ agents: Float64Array.from(agents, (_, index) => index) }))],
    ['null-player', method(({ agents }) => ({ agents: new Float64Array(agents.length).fill(1e-3) }))],
    ['linearity', method(({ agents, outcome }) => ({ agents: new Float64Array(agents.length).fill(outcome ** 2) }))],
    [
      'boundedness',
      method(({ agents, outcome }) => ({ agents: new Float64Array(agents.length).fill(3 * outcome + 1) })),
    ],
    ['sign', method(({ agents, outcome }) => ({ agents: new Float64Array(agents.length).fill(-outcome) }))],
    [
      'message-conservation',
      method(
        ({ agents, messages }) => ({
          agents: new Float64Array(agents.length).fill(1),
          messages: new Float64Array(messages.length).fill(0.3),
        }),
        [],
      ),
    ],
    ['determinism', method(({ agents }) => ({ agents: Float64Array.from(agents, () => Math.random()) }))],
    [
      'budget',
      method(async ({ agents }, { worth }) => {
        const count = 12;
        const words = Uint32Array.from({ length: count }, (_, mask) => mask % 2 ** agents.length);
        await worth({ agents: agents.length, count, width: 1, words });
        return { agents: new Float64Array(agents.length) };
      }),
    ],
  ];

  it.each(faulty)('sees a method that breaks %s', async (law, broken) => {
    expect(await check(broken, law)).toMatchObject({ verdict: 'violated' });
  });

  it.each(laws.filter((law) => law !== 'message-conservation'))('sees that the Shapley value keeps %s', async (law) => {
    expect(await check(shapleyExact, law, 300)).toMatchObject({ verdict: 'held', claim: 'always' });
  });

  const noisy = (bias: number) => ({
    ...method(({ agents, outcome }, { random }) => {
      const noise = random.float() - 0.5 + bias;
      return { agents: Float64Array.from(agents, (_, index) => outcome / agents.length + (index === 0 ? noise : 0)) };
    }),
    laws: { symmetry: 'in-expectation' } as const,
  });

  it('tries a promise in expectation on the mean of many answers', async () => {
    expect(await check(noisy(0), 'symmetry')).toMatchObject({ verdict: 'held', claim: 'in-expectation' });
    expect(await check(noisy(0.4), 'symmetry')).toMatchObject({ verdict: 'violated', claim: 'in-expectation' });
    expect(await check({ ...noisy(0), laws: {} }, 'symmetry')).toMatchObject({ verdict: 'violated', claim: null });
  });

  it('takes a method that fails for one that breaks the law', async () => {
    const broken = method(() => {
      throw new Error('no');
    });
    expect(await check(broken, 'efficiency')).toMatchObject({ verdict: 'violated', reason: 'failed: threw Error: no' });
  });

  it('says why a law does not apply', async () => {
    const messagesOnly = method(({ messages }) => ({ messages: new Float64Array(messages.length) }), ['replay']);
    expect(await check(messagesOnly, 'efficiency')).toMatchObject({
      verdict: 'not-applicable',
      reason: 'needs replay; the task offers worth',
    });
    expect(await check(messagesOnly, 'message-conservation')).toMatchObject({
      verdict: 'not-applicable',
      reason: 'does not give both agent and message credit',
    });
    expect(await check(messagesOnly, 'determinism')).toMatchObject({ verdict: 'held' });
  });

  it('tells games apart by their worth: a random table game has the worth of its file', async () => {
    const table = { kind: 'game', agents: ['a', 'b'], form: 'table', values: [0, 1, 2, 4] } as const;
    const instance = lawSubjects.openGame(table);
    const coalitions = { agents: 2, count: 4, width: 1, words: Uint32Array.of(0, 1, 2, 3) };
    const open = instance.open({ random: undefined as never, generated: () => {} });
    expect([...(await open.worth!(coalitions))]).toEqual([0, 1, 2, 4]);
    expect(isMember(coalitions, 3, 1)).toBe(true);
  });
});

describe.each(methods.map((one) => [one.id, one] as const))('%s', (_id, one) => {
  const claimed = laws.filter((law) => one.laws[law] !== undefined);

  it.each(claimed)('keeps the law it promises: %s', async (law) => {
    const found = await check(one, law, 150);
    expect([found.verdict, found.reason]).toEqual(['held', undefined]);
  });
});

import { describe, expect, it } from 'vitest';
import { coalitionsOf } from '../../harness/coalitions.ts';
import type { Task } from '../../harness/contract.ts';
import { temporaryFolder } from '../temporary.ts';
import { additiveGame } from './one-game.ts';
import { method, rowsOf, run, task } from './run-in.ts';

describe('a run with something broken or curious in it', () => {
  it('books a method that fails as failed with the reason, and goes on', async () => {
    const folder = temporaryFolder();
    const singletons = (agents: number) => Array.from({ length: agents }, (_, agent) => [agent]);
    const outcome = await run(folder, {
      tasks: [task('nine', () => additiveGame(9))],
      budgets: [8],
      seeds: 1,
      methods: [
        method('too-short', () => ({ agents: Float64Array.of(1) })),
        method('not-a-number', ({ agents }) => ({ agents: new Float64Array(agents.length).fill(Number.NaN) })),
        method('throws', () => {
          throw new TypeError('nothing there');
        }),
        method('overspends', async ({ agents }, { worth }) => ({
          agents: await worth(coalitionsOf(agents.length, singletons(agents.length))),
        })),
        method('hides-it', async ({ agents }, { worth }) => {
          await worth(coalitionsOf(agents.length, singletons(agents.length))).catch(() => undefined);
          return { agents: new Float64Array(agents.length) };
        }),
        method('peeks', (_episode, access) => ({ agents: (access as unknown as { replay: never }).replay })),
      ],
    });
    const reasons = (await rowsOf(folder)).map((row) => [row.method, (row as { reason?: string }).reason ?? 'none']);
    expect(Object.fromEntries(reasons)).toEqual({
      'too-short': 'credit has 1 numbers for 9 agents (instance "additive")',
      'not-a-number': 'credit.agents[0] is NaN; expected a finite number (instance "additive")',
      throws: 'threw TypeError: nothing there',
      overspends: 'worth asked for 9 evaluator calls; 7 of 8 are left',
      'hides-it': 'worth asked for 9 evaluator calls; 7 of 8 are left',
      peeks: 'method "peeks" asked replay without declaring it in needs',
      uniform: 'none',
      random: 'none',
      'shuffled-truth': 'none',
      oracle: 'none',
    });
    expect(outcome).toMatchObject({ scored: 4, failed: 6 });
    expect(outcome.failures).toContainEqual({ reason: 'throws on nine: threw TypeError: nothing there', cells: 1 });
  });

  it('fails the cell, not the run, where an evaluator answers NaN', async () => {
    const folder = temporaryFolder();
    const worth = async () => Float64Array.of(Number.NaN);
    const broken = task('broken', () => ({ ...additiveGame(2), open: () => ({ worth }) }));
    expect(await run(folder, { tasks: [broken], methods: ['leave-one-out'], budgets: [8] })).toMatchObject({
      scored: 4,
    });
    const row = (await rowsOf(folder)).find(({ method: name }) => name === 'uniform');
    expect(row).toMatchObject({
      status: 'failed',
      reason: 'worth: the task answered NaN at 0; expected a finite number',
    });
  });

  it.each([
    [{ outcome: Number.NaN }, {}, 'the outcome of the episode is NaN; expected a finite number'],
    [{ outcome: 9 }, {}, 'the outcome of the episode is 9; its range is [0, 3]'],
    [{ messages: [{ agent: 2, text: '' }] }, {}, 'message 0 is by agent 2 of 2'],
    [{ agents: [] }, {}, 'the episode has no agents'],
    [{}, { shapley: Float64Array.of(1) }, 'the truth of shapley has 1 numbers; expected 2'],
    [{}, { shapley: Float64Array.of(1, Number.NaN) }, 'the truth of shapley is NaN at 1; expected a finite number'],
    [{}, { 'first-error': { step: 3, agent: 0 } }, 'the first error is step 3 by agent 0; the episode has 0 and 2'],
  ])('fails the cells of a task whose instance is broken: %#', async (episode, truth, reason) => {
    const folder = temporaryFolder();
    const game = additiveGame(2);
    const broken = task('broken', () => ({
      ...game,
      episode: { ...game.episode, ...episode },
      truth: () => ({ ...game.truth(), ...truth }),
    }));
    await run(folder, { tasks: [broken], methods: ['uniform'], budgets: [8], seeds: 1 });
    const row = (await rowsOf(folder)).find(({ method: name }) => name === 'uniform');
    expect(row).toMatchObject({ status: 'failed', reason });
  });

  it('fails a credit that no score can hold', async () => {
    const folder = temporaryFolder();
    const huge = method('huge', ({ agents }) => ({ agents: agents.map(() => 1e200) }));
    await run(folder, { tasks: [task('two', () => additiveGame(2))], methods: [huge], budgets: [8], seeds: 1 });
    const row = (await rowsOf(folder)).find(({ method: name }) => name === 'huge');
    expect(row).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('relative-error against shapley is Infinity'),
    });
  });

  it('fails the cells of a task that cannot draw, and goes on', async () => {
    const folder = temporaryFolder();
    const twice = { ...task('twice', () => additiveGame(2)), instances: () => [additiveGame(2), additiveGame(2)] };
    const throws: Task = {
      ...task('throws', () => {
        throw new Error('no luck');
      }),
    };
    const outcome = await run(folder, {
      tasks: [throws, twice, 'glove'],
      methods: ['uniform'],
      budgets: [8],
      seeds: 1,
    });
    expect(outcome.scored).toBeGreaterThan(0);
    const reasons = (await rowsOf(folder)).flatMap((row) =>
      row.kind === 'cell' && row.status === 'failed' ? [row.reason] : [],
    );
    expect(new Set(reasons)).toEqual(
      new Set([
        'drawing its instances threw no luck',
        'drawing its instances threw two instances are called "additive"',
      ]),
    );
  });

  it('never lets a method change what the next one sees', async () => {
    const folder = temporaryFolder();
    const vandal = method('vandal', (episode) => {
      (episode.agents as unknown as unknown[]).length = 0;
      return { agents: new Float64Array() };
    });
    await run(folder, { methods: [vandal, 'uniform'], tasks: ['additive'], budgets: [8] });
    const rows = await rowsOf(folder);
    expect(rows.find((row) => row.method === 'vandal')).toMatchObject({ status: 'failed' });
    expect(
      rows.filter((row) => row.method === 'uniform').every((row) => row.kind === 'cell' && row.status === 'scored'),
    ).toBe(true);
  });

  it('shows the truth to the controls in the box and to nobody else', async () => {
    const folder = temporaryFolder();
    const seen: unknown[] = [];
    const curious = method('curious', (episode, access) => {
      seen.push(access.truth);
      return { agents: new Float64Array(episode.agents.length) };
    });
    await run(folder, { methods: [curious], tasks: ['additive'], budgets: [8] });
    expect(new Set(seen)).toEqual(new Set([undefined]));
  });
});

import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catalogs } from '../../harness/cli/catalogs.ts';
import { coalitionsOf } from '../../harness/coalitions.ts';
import type { Instance, Task } from '../../harness/contract.ts';
import { type AnyMethod, defineMethod } from '../../harness/define.ts';
import { filesOf, readManifest } from '../../harness/folder.ts';
import { standingRows } from '../../harness/journal.ts';
import { resolveSuite } from '../../harness/resolve-suite.ts';
import { type CellRow, keyOf, type Row } from '../../harness/row.ts';
import { type RunSettings, runSuite } from '../../harness/run.ts';
import type { Suite } from '../../harness/suite.ts';
import { lawSubjects } from '../../tasks/law-subjects.ts';
import { temporaryFolder } from '../temporary.ts';
import { additiveGame } from './one-game.ts';

const suite: Suite = {
  methods: ['shapley-permutation', 'c3', 'rloo'],
  tasks: ['additive', 'relay'],
  budgets: [8, 32],
  seeds: 2,
  instances: 2,
  laws: 0,
};

async function run(folder: string, given: Partial<Suite> = {}, settings: Partial<RunSettings> = {}) {
  const resolved = await resolveSuite({ ...suite, ...given }, catalogs);
  return runSuite(resolved, { folder, subjects: lawSubjects, ...settings });
}

async function rowsOf(folder: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of standingRows(filesOf(folder).journal)) rows.push(row);
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const method = (id: string, assign: AnyMethod['assign']): AnyMethod =>
  defineMethod({
    id,
    title: id,
    source: 'test',
    targets: ['shapley'],
    needs: ['worth'],
    laws: {},
    options: z.object({}),
    assign,
  }) as AnyMethod;

const task = (id: string, instance: () => Instance): Task => ({
  id,
  title: id,
  version: 1,
  offers: ['worth'],
  truth: 'closed-form',
  null: 'none',
  fixed: true,
  instances: () => [instance()],
});

describe('runSuite', () => {
  it('writes one row per cell, the controls of every run among them', async () => {
    const folder = temporaryFolder();
    const outcome = await run(folder);
    const rows = await rowsOf(folder);
    expect(rows).toHaveLength((3 + 4) * 2 * 2 * 2 * 2);
    expect(new Set(rows.map(({ method: name }) => name))).toEqual(
      new Set(['shapley-permutation', 'c3', 'rloo', 'uniform', 'random', 'shuffled-truth', 'oracle']),
    );
    expect(outcome).toMatchObject({ ran: rows.length, reused: 0, failed: 0, interrupted: false });
  });

  it('skips with the reason what a task does not offer', async () => {
    const folder = temporaryFolder();
    await run(folder, { tasks: ['additive'], methods: ['c3'] });
    const [row] = (await rowsOf(folder)).filter((one) => one.method === 'c3');
    expect(row).toMatchObject({ status: 'skipped', reason: 'needs replay, sample; the task offers worth' });
  });

  it('runs only what is missing the second time', async () => {
    const folder = temporaryFolder();
    const first = await run(folder);
    const bytes = readFileSync(filesOf(folder).journal);
    expect(await run(folder)).toMatchObject({ ran: 0, reused: first.ran });
    expect(readFileSync(filesOf(folder).journal)).toEqual(bytes);
    expect(await run(folder, { seeds: 3 })).toMatchObject({ ran: first.ran / 2, reused: first.ran });
    expect(readManifest(folder)?.earlier).toHaveLength(2);
  });

  it('gives the same rows for any number of jobs, shards and any order of methods', async () => {
    const [plain, jobs, parts, other] = [1, 2, 3, 4].map(() => temporaryFolder()) as [string, string, string, string];
    await run(plain);
    await run(jobs, {}, { jobs: 5 });
    for (const part of [1, 2, 3]) await run(parts, {}, { shard: { part, of: 3 } });
    await run(other, { methods: ['rloo', 'prm', 'c3', 'shapley-permutation'] });
    const expected = await rowsOf(plain);
    expect(await rowsOf(jobs)).toEqual(expected);
    expect(await rowsOf(parts)).toEqual(expected);
    expect((await rowsOf(other)).filter((row) => row.method !== 'prm')).toEqual(expected);
  });

  it('goes on after an interruption where it stopped, to the same rows', async () => {
    const [whole, cut] = [temporaryFolder(), temporaryFolder()];
    await run(whole);
    const stop = new AbortController();
    const onProgress = ({ done }: { done: number }) => {
      if (done === 20) stop.abort();
    };
    expect(await run(cut, {}, { signal: stop.signal, onProgress })).toMatchObject({ interrupted: true, ran: 20 });
    expect(readManifest(cut)).not.toHaveProperty('end');
    await run(cut);
    expect(await rowsOf(cut)).toEqual(await rowsOf(whole));
  });

  it('mends a torn last line, says so, and runs its cell again', async () => {
    const folder = temporaryFolder();
    await run(folder);
    const expected = await rowsOf(folder);
    const { journal } = filesOf(folder);
    const text = readFileSync(journal, 'utf8');
    writeFileSync(journal, text.slice(0, -30));
    const notes: string[] = [];
    expect(await run(folder, {}, { onNote: (note) => notes.push(note) })).toMatchObject({ ran: 1 });
    expect(notes).toEqual([`${journal}: the last line was torn; its cell runs again`]);
    expect(await rowsOf(folder)).toEqual(expected);
  });

  it('leaves a journal of another schema as it is', async () => {
    const folder = temporaryFolder();
    await run(folder);
    const { journal, manifest } = filesOf(folder);
    appendFileSync(journal, '{"schema":2,"kind":"cell"}\n');
    const before = [readFileSync(journal, 'utf8'), readFileSync(manifest, 'utf8')];
    await expect(run(folder, { seeds: 5 })).rejects.toThrow('schema 2; this release reads schema 1');
    expect([readFileSync(journal, 'utf8'), readFileSync(manifest, 'utf8')]).toEqual(before);
    expect(existsSync(filesOf(folder).lock)).toBe(false);
  });

  it('refuses a folder in which another process runs, and names it', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'run.lock'), String(process.ppid));
    await expect(run(folder)).rejects.toThrow(`process ${process.ppid} is running here`);
    writeFileSync(join(folder, 'run.lock'), '999999999');
    expect(await run(folder)).toMatchObject({ failed: 0 });
  });

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

  it('keeps a failure until it is asked to try again', async () => {
    const folder = temporaryFolder();
    let isBroken = true;
    const flaky = method('flaky', ({ agents }) => {
      if (isBroken) throw new Error('not today');
      return { agents: new Float64Array(agents.length) };
    });
    const given = { methods: [flaky], tasks: ['additive'], budgets: [8], seeds: 1, instances: 1 };
    expect(await run(folder, given)).toMatchObject({ failed: 1 });
    isBroken = false;
    expect(await run(folder, given)).toMatchObject({ failed: 1, ran: 0 });
    expect(await run(folder, given, { retryErrors: true })).toMatchObject({ failed: 0, ran: 1 });
  });

  it('runs a cell again when the code behind it changed', async () => {
    const folder = temporaryFolder();
    const file = join(temporaryFolder(), 'one.game.json');
    const game = (values: number[]) => JSON.stringify({ kind: 'game', agents: ['a'], form: 'table', values });
    writeFileSync(file, game([0, 1]));
    const given = { methods: ['uniform'], tasks: [file], budgets: [8], seeds: 1 };
    await run(folder, given);
    expect(await run(folder, given)).toMatchObject({ ran: 0 });
    writeFileSync(file, game([0, 3]));
    expect(await run(folder, given)).toMatchObject({ ran: 4 });
    const credits = (await rowsOf(folder)).map((row) => (row as CellRow & { credit?: unknown }).credit);
    expect(credits).toContainEqual({ agents: [3] });
    expect(credits).not.toContainEqual({ agents: [1] });
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

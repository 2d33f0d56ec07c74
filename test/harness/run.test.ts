import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf, readManifest } from '../../harness/folder.ts';
import type { CellRow } from '../../harness/row.ts';
import { temporaryFolder } from '../temporary.ts';
import { method, rowsOf, run } from './run-in.ts';

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
});

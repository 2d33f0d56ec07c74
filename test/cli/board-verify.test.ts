import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLedger } from '../../reports/board/ledger.ts';
import { submissionStates } from '../../reports/board/submission-state.ts';
import { boardHere, boardIn, editRows, forgedConsistently, submissionIn } from '../reports/board/example-board.ts';
import { temporaryFolder } from '../temporary.ts';
import { commandHere } from './command-here.ts';
import { program } from './creditbench.ts';

// The built file has the types of its source.
const { boardCommand }: typeof import('../../harness/cli/board.ts') = await import(join(program, '..', 'board.js'));

const salt = '0123456789abcdef'.repeat(4);
const sound = mkdtempSync(join(tmpdir(), 'creditbench-board-'));
beforeAll(async () => {
  writeFileSync(join(sound, 'keeper.salt'), `${salt}\n`);
  await boardIn(sound, {}, '--salt-file', join(sound, 'keeper.salt'));
  await submissionIn(sound, 's');
});
afterAll(() => rmSync(sound, { recursive: true, force: true }));

/** A copy of the board, with the submission on it after `spoil`. */
async function boardWith(spoil: (submission: string) => void = () => {}): Promise<{ cwd: string; id: string }> {
  const cwd = temporaryFolder();
  cpSync(sound, cwd, { recursive: true });
  spoil(join(cwd, 's'));
  const { out } = await boardHere(cwd, 'add', 's', '--board', 'b', '--json');
  return { cwd, id: JSON.parse(out).submission };
}

/** `board verify` in this process, from what was built: its child runs as a user's does, with the rights taken away. */
async function verify(cwd: string, ...flags: string[]) {
  const { code, out } = await commandHere(boardCommand, cwd, 'verify', '--board', 'b', '--json', ...flags);
  return { code, result: JSON.parse(out).results[0] };
}
const stateIn = (cwd: string) => submissionStates(readLedger(join(cwd, 'b')))[0]!;

describe('board verify', () => {
  it('reproduces a sample drawn afresh each time, then everything, and a later sample takes nothing away', async () => {
    const { cwd, id } = await boardWith();
    const sample = await verify(cwd, '--cells', '3');
    expect([sample.code, sample.result]).toMatchObject([0, { verdict: 'same', level: 'spot-reproduced' }]);
    const { verification } = readLedger(join(cwd, 'b')).at(-1)!;
    expect(verification).toMatchObject({ scope: 'sample', compared: 3, of: 8, different: 0, node: process.version });

    expect(await verify(cwd, id, '--all')).toMatchObject({ code: 0, result: { verdict: 'same', level: 'reproduced' } });
    expect((await verify(cwd, '--cells', '2')).result).toMatchObject({ level: 'reproduced' });
    expect(readLedger(join(cwd, 'b')).at(-1)!.verification!.draw).not.toBe(verification!.draw);
    expect(stateIn(cwd)).toMatchObject({ level: 'reproduced', isContradicted: false });
  });

  it('finds edited credits whose metrics were made to fit, and the row falls and is flagged until all is reproduced', async () => {
    const { cwd } = await boardWith((submission) =>
      editRows(submission, (row, index) => [index === 7 ? forgedConsistently(row) : row]),
    );
    const { code, result } = await verify(cwd, '--all');
    expect([code, result.verdict, result.level]).toEqual([1, 'different', 'recomputed']);
    expect(result.text).toMatch(
      /not reproduced: 1 of 8 .* relay 0\/\S+ at budget 64, seed 0: credit\.agents\[\d\] is /,
    );
    expect(stateIn(cwd)).toMatchObject({ level: 'recomputed', isContradicted: true });
    // A sample that happens to be sound clears nothing.
    await verify(cwd, '--cells', '1');
    expect(stateIn(cwd)).toMatchObject({ level: 'recomputed', isContradicted: true });
  });

  it('finds a bad cell that was called skipped', async () => {
    const { cwd } = await boardWith((submission) =>
      editRows(submission, (row, index) => {
        if (index !== 7 || row.status !== 'scored') return [row];
        const { roles: _r, authors: _a, outcome: _o, credit: _c, truth: _t, scores: _s, spent: _p, ...cell } = row;
        return [{ ...cell, status: 'skipped', reason: 'refuses so few calls' }];
      }),
    );
    const { code, result } = await verify(cwd, '--all');
    expect([code, result.verdict]).toEqual([1, 'different']);
    expect(result.text).toContain('status is "skipped" in the submission; run again it is "scored"');
  });

  it('refuses an id that does not stand, another salt, and no salt', async () => {
    const { cwd } = await boardWith();
    await expect(verify(cwd, '../x')).rejects.toThrow('no submission "../x"');
    writeFileSync(join(cwd, 'wrong.salt'), 'f'.repeat(64));
    await expect(verify(cwd, '--secret', '--salt-file', 'wrong.salt')).rejects.toThrow('wrong.salt: is another salt');
    await expect(verify(cwd, '--secret')).rejects.toThrow('--secret needs --salt-file');
    expect(readLedger(join(cwd, 'b'))).toHaveLength(2);
  });

  it('scores a method on secret instances, and writes the salt nowhere', async () => {
    const { cwd, id } = await boardWith();
    const { code, result } = await verify(cwd, '--secret', '--salt-file', 'keeper.salt');
    expect([code, result.level]).toEqual([0, 'recomputed']);
    const folder = join(cwd, 'b', 'submissions', id);
    const name = readdirSync(folder).find((file) => file.startsWith('secret-'))!;
    const { cells, tables } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    expect(cells).toEqual({ scored: 8, skipped: 0, failed: 0 });
    const table = tables.find(
      ({ budget, estimand }: Record<string, unknown>) => budget === 64 && estimand === 'shapley',
    );
    expect(table.headline).toBe('relative-error');
    expect(table.secret.value).not.toBe(table.open.value);

    await boardHere(cwd, 'build', '--board', 'b', '--out', 'site');
    for (const place of ['b', 'site'])
      for (const file of readdirSync(join(cwd, place), { recursive: true, withFileTypes: true })) {
        if (file.isFile())
          expect(readFileSync(join(file.parentPath, file.name), 'utf8'), file.name).not.toContain(salt);
      }
    expect(readFileSync(join(cwd, 'site', `method-${id}.html`), 'utf8')).toContain('On secret instances');
  });

  it('runs the secret salt and not the public one: the same salt gives the same numbers', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'keeper.salt'), salt);
    await boardIn(cwd, { salt }, '--salt-file', 'keeper.salt');
    await submissionIn(cwd, 's', {}, { salt });
    await boardHere(cwd, 'add', 's', '--board', 'b');
    expect((await verify(cwd, '--secret', '--salt-file', 'keeper.salt')).code).toBe(0);
    const [id] = readdirSync(join(cwd, 'b', 'submissions'));
    const folder = join(cwd, 'b', 'submissions', id!);
    const name = readdirSync(folder).find((file) => file.startsWith('secret-'))!;
    const { tables } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    expect(tables.length).toBeGreaterThan(0);
    for (const { open, secret } of tables) expect(secret).toEqual(open);
  });

  it('takes a method that is not in the box from its very file, and measures nothing with another', async () => {
    const { cwd } = await boardWith(() => {});
    const file = (name: string, share: string) => {
      const text = `export default { id: 'half', title: 'Half', source: '', targets: ['shapley'], needs: [], laws: {},
        options: { safeParse: (data) => ({ success: true, data }), _zod: {}, parse: (data) => data },
        assign: ({ agents, outcome }) => ({ agents: agents.map(() => outcome * ${share}) }) };`;
      writeFileSync(join(cwd, name), text);
      return join(cwd, name);
    };
    const [own, other] = [file('half.mjs', '0.5'), file('other.mjs', '0.25')];
    await submissionIn(cwd, 'half', { method: 'half' }, { methods: [own] });
    const { out } = await boardHere(cwd, 'add', 'half', '--board', 'b', '--json');
    const id: string = JSON.parse(out).submission;
    const nothing = { code: 3, result: { verdict: 'not measured', level: 'recomputed', verification: null } };
    for (const flags of [[], ['--method', other]]) expect(await verify(cwd, id, ...flags)).toMatchObject(nothing);
    expect(readLedger(join(cwd, 'b'))).toHaveLength(3);
    expect(await verify(cwd, id, '--all', '--method', own)).toMatchObject({ code: 0, result: { level: 'reproduced' } });
  });

  it('says so where nothing stands on the board', async () => {
    const cwd = temporaryFolder();
    cpSync(join(sound, 'b'), join(cwd, 'b'), { recursive: true });
    expect(await commandHere(boardCommand, cwd, 'verify', '--board', 'b')).toMatchObject({
      ...{ code: 0, out: 'no submission stands on the board\n' },
    });
  });
});

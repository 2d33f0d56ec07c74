import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLedger } from '../../reports/board/ledger.ts';
import { boardHere, boardIn, editRows, forgedConsistently, submissionIn } from '../reports/board/example-board.ts';
import { exampleCard } from '../reports/board/example-card.ts';
import { temporaryFolder } from '../temporary.ts';

const sound = mkdtempSync(join(tmpdir(), 'creditbench-board-'));
beforeAll(async () => {
  await boardIn(sound);
  await submissionIn(sound, 's');
  await submissionIn(sound, 'c3', { method: 'c3', title: 'Theirs', authors: ['Eve'] });
});
afterAll(() => rmSync(sound, { recursive: true, force: true }));

function copy(): string {
  const cwd = temporaryFolder();
  cpSync(sound, cwd, { recursive: true });
  return cwd;
}

async function added(cwd: string, name = 's'): Promise<string> {
  const { out } = await boardHere(cwd, 'add', name, '--board', 'b', '--json');
  return JSON.parse(out).submission;
}

const add = (cwd: string, name = 's') => boardHere(cwd, 'add', name, '--board', 'b');
const check = (cwd: string, ...flags: string[]) => boardHere(cwd, 'check', '--board', 'b', '--json', ...flags);

describe('board init', () => {
  it('makes a board whose ledger holds, with rows of the controls', async () => {
    const cwd = copy();
    expect(readdirSync(join(cwd, 'b')).toSorted()).toEqual([
      'board.json',
      'controls.jsonl',
      'ledger-head.json',
      'ledger.jsonl',
      'submissions',
    ]);
    const board = JSON.parse(readFileSync(join(cwd, 'b', 'board.json'), 'utf8'));
    expect(board).toMatchObject({ name: 'b', secret: null, suite: { salt: 'creditbench', budgets: [16, 64] } });
    expect(readFileSync(join(cwd, 'b', 'controls.jsonl'), 'utf8').split('\n')).toHaveLength(4 * 8 + 1);
    const { code, out } = await check(cwd);
    expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ entries: 1, submissions: 0, faults: [] })]);
  });

  it('refuses a folder that holds something, a suite with tasks of a file, and a salt that can be guessed', async () => {
    const cwd = copy();
    await expect(boardHere(cwd, 'init', 'b')).rejects.toThrow('b: is not empty; expected a new folder');
    await expect(boardIn(temporaryFolder(), { tasks: ['./my.game.json'] })).rejects.toThrow('is not in the box');
    await expect(boardIn(temporaryFolder(), { tasks: ['rely'] })).rejects.toThrow('did you mean "relay"?');
    writeFileSync(join(cwd, 'salt'), 'hunter2\n');
    await expect(boardHere(cwd, 'init', 'c', '--salt-file', 'salt')).rejects.toThrow('a salt of 7 characters could be');
    expect(existsSync(join(cwd, 'c'))).toBe(false);
  });
});

describe('board add', () => {
  it('refuses the same credits twice, under another card too', async () => {
    const cwd = copy();
    const id = await added(cwd);
    await expect(add(cwd)).rejects.toThrow(`these credits are on the board already; they are submission ${id}`);
    writeFileSync(join(cwd, 's', 'card.json'), JSON.stringify({ ...exampleCard, title: 'New', authors: ['Mallory'] }));
    await expect(add(cwd)).rejects.toThrow(`they are submission ${id}`);
    expect(readLedger(join(cwd, 'b'))).toHaveLength(2);
  });

  it('leaves nothing that counts where it was killed, and takes the submission the next time', async () => {
    const cwd = copy();
    const id = await added(cwd);
    // What is on disk when it is killed before the ledger, and before the folder has its name.
    const interrupted = copy();
    const [done, half] = [join('b', 'submissions', id), join('b', 'submissions', `new-${id}`)];
    cpSync(join(cwd, done), join(interrupted, done), { recursive: true });
    mkdirSync(join(interrupted, half));
    writeFileSync(join(interrupted, half, 'card.json'), '{');
    const { code, out } = await check(interrupted);
    expect(JSON.parse(out)).toMatchObject({ submissions: 0, faults: [], leavings: [id, `new-${id}`] });
    expect(code).toBe(0);
    expect(await added(interrupted)).toBe(id);
    expect(JSON.parse((await check(interrupted)).out)).toMatchObject({ submissions: 1, faults: [], leavings: [] });
  });

  it('refuses while another process works on the board, and takes over from one that is gone', async () => {
    const cwd = copy();
    const lock = join(cwd, 'b', 'run.lock');
    writeFileSync(lock, String(process.ppid));
    await expect(add(cwd)).rejects.toThrow(`b: process ${process.ppid} is running here`);
    expect(readdirSync(join(cwd, 'b', 'submissions'))).toEqual([]);
    writeFileSync(lock, '999999999');
    expect((await add(cwd)).code).toBe(0);
    expect(existsSync(lock)).toBe(false);
  });

  it('takes an edited credit whose metrics were made to fit: only verify finds that', async () => {
    const cwd = copy();
    editRows(join(cwd, 's'), (row) => [forgedConsistently(row)]);
    expect((await add(cwd)).out).toContain('is on the board, recomputed');
  });

  it('refuses a folder that is no board', async () => {
    const cwd = copy();
    await expect(boardHere(cwd, 'add', 's', '--board', 's')).rejects.toThrow(
      's: no board.json; expected a folder made',
    );
  });
});

describe('board remove', () => {
  it('takes a submission off with a reason that stays, and never lets it back', async () => {
    const cwd = copy();
    const id = await added(cwd);
    await boardHere(cwd, 'remove', id, '--board', 'b', '--why', 'tuned on the test instances');
    expect(readLedger(join(cwd, 'b')).at(-1)).toMatchObject({ action: 'removed', why: 'tuned on the test instances' });
    await expect(add(cwd)).rejects.toThrow('these credits were removed: tuned on the test instances');
    await expect(boardHere(cwd, 'remove', id, '--board', 'b', '--why', 'x')).rejects.toThrow('was removed: tuned');
    expect(JSON.parse((await check(cwd)).out)).toMatchObject({ submissions: 0, faults: [], leavings: [] });
  });

  it('refuses no reason, and an id that is a path', async () => {
    const cwd = copy();
    const id = await added(cwd);
    await expect(boardHere(cwd, 'remove', id, '--board', 'b', '--why', ' ')).rejects.toThrow('every removal has a');
    await expect(boardHere(cwd, 'remove', '../../etc', '--board', 'b', '--why', 'x')).rejects.toThrow(
      `no submission "../../etc"; submissions are ${id}`,
    );
  });
});

describe('board check', () => {
  it.each([
    ['rows-', 'was changed after it was written'],
    ['card.json', 'was changed after it was written'],
    ['about-', 'was changed after it was written'],
  ])('finds an edited %s file of a submission, which no other command takes either', async (stem, reason) => {
    const cwd = copy();
    const folder = join(cwd, 'b', 'submissions', await added(cwd));
    const path = join(folder, readdirSync(folder).find((name) => name.startsWith(stem))!);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/\d/, '7').replace('Ours', 'Best'));
    const { code, out } = await check(cwd);
    expect([code, JSON.parse(out).faults]).toEqual([1, [expect.stringContaining(reason)]]);
    await expect(boardHere(cwd, 'build', '--board', 'b', '--out', 'site')).rejects.toThrow(reason);
    expect(existsSync(join(cwd, 'site'))).toBe(false);
  });

  it('finds a submission that is gone, an edited board, and edited controls', async () => {
    const cwd = copy();
    rmSync(join(cwd, 'b', 'submissions', await added(cwd)), { recursive: true });
    writeFileSync(join(cwd, 'b', 'controls.jsonl'), '');
    const board = join(cwd, 'b', 'board.json');
    writeFileSync(board, readFileSync(board, 'utf8').replace('"seeds": 1', '"seeds": 2'));
    const { code, out } = await check(cwd);
    expect(code).toBe(1);
    expect(JSON.parse(out).faults).toEqual([
      'board.json: was changed after the board was made',
      'controls.jsonl: was changed after the board was made',
      ...Array.from({ length: 3 }, () => expect.stringContaining('no such file; the ledger has it')),
    ]);
  });

  it.each<[string, (ledger: string) => string, string]>([
    ['an entry cut off its end', (text) => text.replace(/[^\n]*\n$/, ''), 'it is not the one that was written'],
    ['a torn last entry', (text) => text.slice(0, -5), 'it is not the one that was written'],
    ['a deleted entry', (text) => text.replace(/^[^\n]*\n/, ''), 'an entry was deleted or moved'],
    ['no entry at all', () => '', 'the ledger has 0 entries, and had 2'],
  ])('says that a board whose ledger has %s does not hold', async (_name, change, reason) => {
    const cwd = copy();
    await add(cwd);
    const path = join(cwd, 'b', 'ledger.jsonl');
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    const { code, out } = await check(cwd);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ entries: 0, head: null, faults: [expect.stringContaining(reason)] });
    await expect(boardHere(cwd, 'build', '--board', 'b', '--out', 'site')).rejects.toThrow(reason);
  });

  it('says whether an entry that was published is still there', async () => {
    const cwd = copy();
    const { head } = JSON.parse((await check(cwd)).out);
    await add(cwd);
    expect((await check(cwd, '--contains', head)).code).toBe(0);
    const { code, out } = await check(cwd, '--contains', 'ab'.repeat(32));
    expect([code, JSON.parse(out).faults]).toEqual([1, [expect.stringContaining('the ledger was made anew')]]);
  });
});

describe('board rescore', () => {
  it('leaves no entry where nothing changed', async () => {
    const cwd = copy();
    const id = await added(cwd);
    const { code, out } = await boardHere(cwd, 'rescore', '--board', 'b', '--json');
    expect([code, JSON.parse(out).rescored]).toEqual([
      0,
      [{ submission: id, changed: 0, level: 'recomputed', refused: null }],
    ]);
    expect(readLedger(join(cwd, 'b'))).toHaveLength(2);
  });
});

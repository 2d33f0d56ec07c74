import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardHere, boardIn, submissionIn } from '../reports/board/example-board.ts';
import { hostile } from '../reports/example-manifest.ts';
import { temporaryFolder } from '../temporary.ts';

const sound = mkdtempSync(join(tmpdir(), 'creditbench-board-'));
const why = `${hostile.html} tuned`;
const ids: string[] = [];

beforeAll(async () => {
  await boardIn(sound, {}, '--name', hostile.html);
  await submissionIn(sound, 's', {
    title: hostile.html,
    authors: [hostile.html, 'Ada'],
    note: hostile.sheet,
    bestOf: 7,
  });
  await submissionIn(sound, 'c3', { method: 'c3', title: 'Theirs', authors: ['ADA  '], contact: hostile.html });
  await submissionIn(sound, 'rloo', { method: 'rloo', title: 'Gone', authors: ['Eve'] });
  for (const name of ['s', 'c3', 'rloo']) {
    const { out } = await boardHere(sound, 'add', name, '--board', 'b', '--json');
    ids.push(JSON.parse(out).submission);
  }
  await boardHere(sound, 'remove', ids[2]!, '--board', 'b', '--why', why);
});
afterAll(() => rmSync(sound, { recursive: true, force: true }));

async function built(...boards: string[]): Promise<{ out: string; files: string[]; read: (name: string) => string }> {
  const out = join(temporaryFolder(), 'site');
  const named = (boards.length === 0 ? [join(sound, 'b')] : boards).flatMap((board) => ['--board', board]);
  await boardHere(sound, 'build', ...named, '--out', out);
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.'));
  return { out, files: files.toSorted(), read: (name) => readFileSync(join(out, name), 'utf8') };
}

/** A copy of the board's folder whose board.json is another; nothing else of it is looked at before boards are compared. */
function otherBoard(edit: (board: { creditbench: string; suite: Record<string, never> }) => void): string {
  const folder = join(temporaryFolder(), 'other');
  cpSync(join(sound, 'b'), folder, { recursive: true });
  const board = JSON.parse(readFileSync(join(folder, 'board.json'), 'utf8'));
  edit(board);
  writeFileSync(join(folder, 'board.json'), JSON.stringify(board));
  return folder;
}

describe('board build', () => {
  it('writes pages whose names are made of ids and places, never of names', async () => {
    const { files } = await built();
    const pages = ids.map((id) => `method-${id}.html`);
    const others = ['board.json', 'history.html', 'index.html', 'task-1.html', 'task-2.html', 'tasks.html'];
    expect(files).toEqual([...pages, ...others].toSorted());
  });

  it('writes the same bytes for the same board', async () => {
    const [first, second] = [await built(), await built()];
    for (const file of first.files) expect(second.read(file), file).toBe(first.read(file));
  });

  it('lets no name be an element, runs no script and asks no network', async () => {
    const { files, read } = await built();
    for (const file of files.filter((name) => name.endsWith('.html'))) {
      const page = read(file);
      expect(page, file).toContain("default-src 'none'");
      expect(page, file).toContain('&lt;img src');
      expect(page, file).not.toMatch(/<(img|script|iframe|object|link|form|base)\b/i);
      expect(page, file).not.toMatch(/\son\w+="/i);
      for (const [, target] of page.matchAll(/(?:src|href)="([^"]*)"/g))
        expect(target, file).toMatch(
          /^(#main|https:&#x2F;&#x2F;example\.org\/ours|https:\/\/example\.org\/ours|[a-z0-9-]+\.(html|json))$/,
        );
    }
  });

  it('links only to pages that are there', async () => {
    const { files, read } = await built();
    for (const file of files.filter((name) => name.endsWith('.html')))
      for (const [, target] of read(file).matchAll(/href="([a-z0-9-]+\.(?:html|json))"/g))
        expect(files).toContain(target);
  });

  it('shows rank, level, how many were tried, and how many submissions the authors made', async () => {
    const { read } = await built();
    const { boards } = JSON.parse(read('board.json'));
    const [{ submissions, tables }] = boards;
    expect(submissions.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(submissions).toMatchObject([
      { level: 'recomputed', removed: null, submissionsOfAuthors: 2, card: { bestOf: 7 } },
      { submissionsOfAuthors: 2, card: { bestOf: 1 } },
      { removed: why, submissionsOfAuthors: 1 },
    ]);
    const agent = tables.find(({ board, budget }: Record<string, unknown>) => board === 'agent' && budget === 64);
    const mine = agent.standings.find(({ method }: { method: string }) => method === ids[0]);
    expect(mine).toMatchObject({ rank: 1, tasks: 2, of: 2 });
    // Removed: on no table, but in the history and on a page that says why.
    expect(JSON.stringify(tables)).not.toContain(ids[2]);
    const index = read('index.html');
    expect(index).not.toContain(ids[2]);
    const line = new RegExp(
      `<td class="rank">1.*?method-${ids[0]}.*?data-value="${mine.metrics['relative-error'].value}".*?>recomputed<.*?<td>7</td>\\s*<td>2</td>`,
      's',
    );
    expect(index).toMatch(line);
    expect(read(`method-${ids[2]}.html`)).toContain('Removed from the board.');
    expect(read('history.html')).toContain('&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt; tuned');
  });

  it('replaces its own site, removes pages of submissions that are gone, and leaves other files alone', async () => {
    const { out } = await built();
    const data = JSON.parse(readFileSync(join(out, 'board.json'), 'utf8'));
    writeFileSync(join(out, 'CNAME'), 'board.example.org');
    writeFileSync(join(out, 'method-000000000000.html'), 'old');
    const files = [...data.files, 'method-000000000000.html'];
    writeFileSync(join(out, 'board.json'), JSON.stringify({ ...data, files }));
    await boardHere(sound, 'build', '--board', 'b', '--out', out);
    expect(existsSync(join(out, 'method-000000000000.html'))).toBe(false);
    expect(readFileSync(join(out, 'CNAME'), 'utf8')).toBe('board.example.org');
  });

  it('refuses to write over anything else: a board, another site, a list of files outside the site', async () => {
    const { out } = await built();
    await expect(boardHere(sound, 'build', '--board', 'b', '--out', 'b')).rejects.toThrow('b: holds something else');
    const data = JSON.parse(readFileSync(join(out, 'board.json'), 'utf8'));
    writeFileSync(join(out, 'board.json'), JSON.stringify({ ...data, files: ['../../keep.html'] }));
    await expect(boardHere(sound, 'build', '--board', 'b', '--out', out)).rejects.toThrow('holds something else');
    rmSync(join(out, 'board.json'));
    await expect(boardHere(sound, 'build', '--board', 'b', '--out', out)).rejects.toThrow('holds something else');
  });

  it('refuses to write a page over a file that was no page of its site', async () => {
    const out = temporaryFolder();
    writeFileSync(join(out, 'tasks.html'), 'mine');
    await expect(boardHere(sound, 'build', '--board', 'b', '--out', out)).rejects.toThrow(
      'tasks.html: is no page of an earlier site; expected a new folder or an earlier site',
    );
    expect(readFileSync(join(out, 'tasks.html'), 'utf8')).toBe('mine');
    expect(existsSync(join(out, 'index.html'))).toBe(false);
  });

  it('puts boards that agree side by side, each in its own folder', async () => {
    const { files, read } = await built(
      join(sound, 'b'),
      otherBoard(() => {}),
    );
    expect(files).toEqual(expect.arrayContaining(['index.html', 'board-1/index.html', 'board-2/index.html']));
    expect(files.filter((name) => !name.includes('/'))).toEqual(['board.json', 'index.html']);
    expect(read('index.html')).toContain('href="board-2/index.html"');
    expect(read('board-1/index.html')).toBe(read('board-2/index.html'));
  });

  it.each<[string, Parameters<typeof otherBoard>[0], RegExp]>([
    [
      'a task version',
      ({ suite }) => Object.assign(suite['tasks']![1]!, { version: 9 }),
      /task "relay" has version \d+ on one and 9 on the other/,
    ],
    ['the salt', ({ suite }) => Object.assign(suite, { salt: 'other' }), /their salts are "creditbench" and "other"/],
    [
      'the major release',
      (board) => Object.assign(board, { creditbench: '9.0.0' }),
      /are of creditbench .* and 9\.0\.0/,
    ],
  ])('never mixes boards that disagree on %s', async (_name, edit, reason) => {
    await expect(built(join(sound, 'b'), otherBoard(edit))).rejects.toThrow(reason);
  });
});

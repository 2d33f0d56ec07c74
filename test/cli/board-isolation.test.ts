import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CellRow, cellKey } from '../../harness/row.ts';
import { additive } from '../../tasks/games/additive.ts';
import { temporaryFolder } from '../temporary.ts';
import { program } from './creditbench.ts';

// The built file has the types of its source; only what is built is run without the rights that TypeScript needs.
const { runInChild }: typeof import('../../harness/cli/board-child.ts') = await import(
  join(program, '..', 'board-child.js')
);

const identity = { task: 'additive', version: additive.version, budget: 16, seed: 0, method: 'spy' };
const suite = { tasks: ['additive'], budgets: [16], seeds: 1, instances: 2, salt: 'x' };
const keys = ['0/0', '0/1'].map((name) => cellKey({ ...identity, instance: name }));
const forged = { schema: 1, kind: 'cell', ...identity, instance: '0/0', code: 'x', status: 'skipped', reason: 'no' };
const limits = { seconds: 60, megabytes: 512, outputBytes: 2 ** 20 };

/** A method's file that does `body` in place of thinking; `number` is what it credits every agent with. */
function methodFile(body: string, extension: 'mjs' | 'ts' = 'mjs'): string {
  const path = join(temporaryFolder(), `method.${extension}`);
  const imports = `import { spawn } from 'node:child_process'; import * as fs from 'node:fs';`;
  // Whatever parses anything: a method in a folder without packages cannot import zod.
  const options = '{ safeParse: (data) => ({ success: true, data }), _zod: {}, parse: (data) => data }';
  const text = `${imports}
    const tried = (act) => { try { act(); return 1; } catch { return 0; } };
    export default { id: 'spy', title: 'Spy', source: '', targets: [], needs: [], laws: {}, options: ${options},
      assign: async ({ agents }) => { let number = 0; ${body}; return { agents: agents.map(() => number) }; } };`;
  writeFileSync(path, extension === 'ts' ? `// @ts-nocheck\n${text}` : text);
  return path;
}

function ran(body: string, given: Partial<typeof limits> = {}, extension: 'mjs' | 'ts' = 'mjs') {
  const job = { suite, method: 'spy', file: methodFile(body, extension), keys: null };
  return runInChild(job, { ...limits, ...given });
}

const credits = (rows: readonly CellRow[]) =>
  rows.map((row) => (row.status === 'scored' ? row.credit.agents![0] : row.reason));

describe('a method that is run again', () => {
  it('answers as it does anywhere', async () => {
    const { rows, stopped } = await ran('number = 0.25');
    expect([credits(rows), stopped]).toEqual([[0.25, 0.25], null]);
  });

  it.each([
    ['environment', 'number = Object.keys(process.env).length'],
    ['file in its folder', 'number = fs.readdirSync(".").length'],
    ['folder to write to', 'number = tried(() => fs.writeFileSync("x", ""))'],
    ['other file of the machine', 'number = tried(() => fs.readFileSync("/etc/hostname"))'],
    ['program to start', 'number = tried(() => spawn("true"))'],
    ['standard output to spoil', 'console.log("noise"); console.error("noise")'],
  ])('is given no %s', async (what, body) => {
    const { rows, stopped } = await ran(body);
    expect(stopped).toBeNull();
    // Its own folder is empty, or may not even be looked at.
    const expected = what === 'file in its folder' ? expect.stringMatching(/ERR_ACCESS_DENIED|restricted|0/) : '0';
    expect(credits(rows).map(String)).toEqual([expected, expected]);
  });

  it.each<[string, string, Partial<typeof limits>, RegExp]>([
    ['hangs', 'for (;;) {}', { seconds: 3 }, /^it took more than 3 seconds$/],
    ['never answers', 'await new Promise(() => {})', {}, /^it ended with code 13$/],
    ['ends the process', 'process.exit(0)', {}, /^it ended after 0 of 2 cells$/],
    [
      'crashes it',
      'setTimeout(() => { throw new Error("x"); }); await new Promise((r) => setTimeout(r, 9999))',
      {},
      /^it ended with code 1$/,
    ],
    [
      'takes all memory',
      'const all = []; for (;;) { all.push(new Float64Array(1e6).fill(1)); await new Promise(setImmediate); }',
      { megabytes: 200 },
      /^it (took more than 200 MB of memory|ended with SIG\w+)$/,
    ],
    ['floods its output', 'for (;;) fs.writeSync(3, "x".repeat(65536))', {}, /^it wrote more than 1048576 bytes$/],
    ['writes rows of its own', 'fs.writeSync(3, "{}\\n")', {}, /^it wrote what is no row$/],
    [
      'writes a cell twice',
      `for (let i = 0; i < 2; i++) fs.writeSync(3, ${JSON.stringify(`${JSON.stringify(forged)}\n`)})`,
      {},
      /^it wrote a cell that nobody/,
    ],
  ])('is stopped where it %s', async (_name, body, given, reason) => {
    const job = {
      suite,
      method: 'spy',
      file: methodFile(body),
      keys: reason.source.includes('of 2 cells') ? keys : null,
    };
    const { stopped } = await runInChild(job, { ...limits, ...given });
    expect(stopped).toMatch(reason);
  });

  it('leaves no process and no folder behind', async () => {
    const [folder, before] = [temporaryFolder(), process.env['TMPDIR']];
    process.env['TMPDIR'] = folder;
    try {
      // TypeScript is loaded without the flags that would forbid to start a program at all.
      const { rows } = await ran('number = spawn("sleep", ["60"]).pid', {}, 'ts');
      const pids = credits(rows).map(Number);
      expect(pids).toHaveLength(2);
      for (const pid of pids) await expect.poll(() => isRunning(pid)).toBe(false);
      expect(readdirSync(folder).filter((name) => name.startsWith('creditbench-verify-'))).toEqual([]);
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
  });
});

function isRunning(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  // One that is dead and not yet reaped has state Z.
  return existsSync(stat) && !/^\d+ \(.*\) Z/.test(readFileSync(stat, 'utf8'));
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { creditbench } from './creditbench.ts';
import { dyad } from './dyad.ts';
import { run, small, summaryOf } from './run-in.ts';

describe('creditbench run', () => {
  it('writes journal, manifest and the whole report, and prints the boards and the page', () => {
    const cwd = temporaryFolder();
    const { code, out } = run(cwd, ...small, '--out', 'here');
    expect(code).toBe(0);
    expect(out).toContain('Agent credit');
    expect(out).toContain(join(cwd, 'here', 'report', 'index.html'));
    for (const file of ['index.html', 'report.md', 'tables.tex', 'scores.csv', 'summary.json'])
      expect(existsSync(join(cwd, 'here', 'report', file))).toBe(true);
    const manifest = JSON.parse(readFileSync(join(cwd, 'here', 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({
      schema: 1,
      node: process.version,
      suite: { budgets: [16], seeds: 1, instances: 2 },
      argv: expect.arrayContaining(['--budgets']),
      start: expect.any(String),
      end: expect.any(String),
      earlier: [],
    });
  });

  it('gives every score its board, interval and counts', () => {
    const cwd = temporaryFolder();
    run(cwd, ...small, '--out', 'here', '--seeds', '2');
    const { schema, scores, absent } = summaryOf(join(cwd, 'here'));
    expect(schema).toBe(1);
    const c3 = scores.filter(({ method, slice }) => method === 'c3' && slice === null);
    expect(new Set(c3.map(({ metric }) => metric))).toEqual(
      new Set(['relative-error', 'absolute-error', 'mse', 'bias', 'spearman', 'sign-accuracy', 'spearman-pooled']),
    );
    expect(c3.find(({ metric }) => metric === 'mse')).toMatchObject({
      board: 'message',
      task: 'word-problems',
      budget: 16,
      instances: 4,
      seeds: 2,
      scored: 4,
      skipped: 0,
      failed: 0,
      ranked: true,
    });
    for (const { value, low, high, metric } of scores) {
      expect(Number.isFinite(value)).toBe(true);
      if (low === null || high === null || metric === 'spearman-pooled') continue;
      expect(low).toBeLessThanOrEqual(value + 1e-12);
      expect(high).toBeGreaterThanOrEqual(value - 1e-12);
    }
    expect(scores.some(({ slice }) => slice !== null && 'role' in slice && slice.role === 'actor')).toBe(true);
    expect(absent).toContainEqual(
      expect.objectContaining({ method: 'uniform', metric: 'spearman', reason: 'the credit is constant' }),
    );
  });

  it('runs only what is missing the second time, and prints the same report', () => {
    const cwd = temporaryFolder();
    run(cwd, ...small, '--out', 'here');
    const page = readFileSync(join(cwd, 'here', 'report', 'scores.csv'));
    const again = run(cwd, ...small, '--out', 'here', '--json');
    expect(JSON.parse(again.out)).toMatchObject({ ran: 0, reused: 24, failed: 0 });
    expect(readFileSync(join(cwd, 'here', 'report', 'scores.csv'))).toEqual(page);
  });

  it("draws episodes from a user's team and takes a user's game and method", () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'my.team.json'), JSON.stringify(dyad));
    writeFileSync(
      join(cwd, 'my.game.json'),
      JSON.stringify({ kind: 'game', agents: ['a', 'b'], form: 'table', values: [0, 1, 1, 1] }),
    );
    writeFileSync(
      join(cwd, 'my-method.ts'),
      `import { defineMethod, z } from 'creditbench';
       export default defineMethod({ id: 'half', title: 'Half', source: '', targets: ['advantage'], needs: ['replay'], laws: {},
         options: z.object({}),
         assign: async ({ messages, outcome }, { replay }) => {
           const [outcomes] = await replay([{ step: 0, count: 4 }]);
           const mean = outcomes!.reduce((sum, value) => sum + value, 0) / 4;
           return { messages: messages.map(() => (outcome - mean) / 2) };
         } });`,
    );
    const { code } = run(
      cwd,
      '--methods',
      './my-method.ts,rloo',
      '--tasks',
      './my.team.json,./my.game.json',
      '--seeds',
      '3',
    );
    expect(code).toBe(0);
    const { scores, coverage } = summaryOf(join(cwd, 'creditbench-run'));
    expect(
      scores.find(({ method, metric, slice }) => method === 'half' && metric === 'mse' && slice === null),
    ).toMatchObject({
      task: 'my.team',
      instances: 18,
    });
    expect(coverage.length).toBeGreaterThan(0);
  });

  it('reads a suite from a file, and from the folder it is run in', () => {
    const cwd = temporaryFolder();
    writeFileSync(
      join(cwd, 'creditbench.config.ts'),
      `import { defineSuite } from 'creditbench';
       export default defineSuite({ methods: ['leave-one-out'], tasks: ['glove'], budgets: [32], seeds: 1, instances: 1, laws: 0 });`,
    );
    const named = creditbench(['run', '--suite', './creditbench.config.ts', '--json', '--out', 'a'], { cwd });
    const found = creditbench(['run', '--json', '--out', 'b'], { cwd });
    expect([named.code, found.code]).toEqual([0, 0]);
    expect(JSON.parse(named.out)).toMatchObject({ ran: 5 });
    expect(JSON.parse(found.out)).toMatchObject({ ran: 5 });
  });

  it('ends with 3 where cells failed, with the reason in the log, and goes on', () => {
    const cwd = temporaryFolder();
    writeFileSync(
      join(cwd, 'm.ts'),
      `import { defineMethod, z } from 'creditbench';
       export default defineMethod({ id: 'short', title: 'Short', source: '', targets: [], needs: [], laws: {}, options: z.object({}),
         assign: () => ({ agents: [] }) });`,
    );
    const { code, out } = run(cwd, '--methods', './m.ts', '--tasks', 'additive', '--instances', '1', '--seeds', '1');
    expect(code).toBe(3);
    expect(out).toMatch(/failed 1 ×: short on additive: credit has 0 numbers for \d+ agents/);
    const scored = summaryOf(join(cwd, 'creditbench-run')).coverage.find(({ method }) => method === 'oracle');
    expect(scored).toMatchObject({ scored: 1, failed: 0 });
  });

  it('ends with 3 where no cell was scored, and says why', () => {
    const { code, err } = run(temporaryFolder(), '--methods', 'rloo', '--tasks', 'who-and-when-hand-crafted');
    expect(code).toBe(3);
    expect(err).toContain('no cell was scored');
  });

  it('prints what would run without running it', () => {
    const cwd = temporaryFolder();
    const { code, out } = run(cwd, ...small, '--dry-run', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ cells: 24, tasks: { additive: 12, 'word-problems': 12 } });
    expect(existsSync(join(cwd, 'creditbench-run'))).toBe(false);
  });

  it.each([
    [['--methods', 'shaply-exact'], 'unknown method "shaply-exact"; did you mean "shapley-exact"?'],
    [['--tasks', 'rely'], 'unknown task "rely"; did you mean "relay"?'],
    [['--suite', 'quik'], 'unknown suite "quik"; did you mean "quick"?'],
    [['--budgets', '0'], '--budgets "0"; expected a whole number of at least 1'],
    [['--budgets', 'many'], '--budgets "many"; expected a whole number of at least 1'],
    [['--seeds', '0'], '--seeds "0"; expected a whole number of at least 1'],
    [['--seeds', '1.5'], '--seeds "1.5"; expected a whole number of at least 1'],
    [['--shard', '3/2'], '--shard "3/2"; expected i/n with i from 1 to n, like 2/3'],
    [['--methods', 'c3,c3'], 'method "c3" is named twice'],
    [['--methods', './nothing.ts'], './nothing.ts: no such file'],
    [['--tasks', './nothing.team.json'], './nothing.team.json: no such file'],
    [['--methods', 'c3[fanout=0x2]'], 'method c3[fanout=0x2]: fanout: expected whole numbers joined by x, like 2x4'],
  ])('refuses %j with code 2 before it writes anything', (flags, message) => {
    const cwd = temporaryFolder();
    const { code, err } = run(cwd, ...flags);
    expect([code, existsSync(join(cwd, 'creditbench-run'))]).toEqual([2, false]);
    expect(err).toContain(`creditbench: ${message}`);
  });

  it.each([
    ['an unknown command', ['frob']],
    ['an unknown flag', ['run', '--frob']],
    ['an executor that is not built', ['run', '--executor', 'threads']],
  ])('ends with 2 on %s', (_name, args) => {
    expect(creditbench(args, { cwd: temporaryFolder() }).code).toBe(2);
  });

  it('refuses a file for a folder', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'file'), '');
    expect(run(cwd, ...small, '--out', 'file')).toMatchObject({
      code: 2,
      err: 'creditbench: file: is a file; expected a folder to write to\n',
    });
  });

  it('refuses a damaged journal and leaves it alone', () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'here'));
    const journal = join(cwd, 'here', 'journal.jsonl');
    writeFileSync(journal, 'rubbish\n{}\n');
    const { code, err } = run(cwd, ...small, '--out', 'here');
    expect([code, readFileSync(journal, 'utf8')]).toEqual([2, 'rubbish\n{}\n']);
    expect(err).toContain('line 1: not JSON');
  });

  it('leaves the journal as it was where the new input is bad', () => {
    const cwd = temporaryFolder();
    run(cwd, ...small, '--out', 'here');
    const bytes = readFileSync(join(cwd, 'here', 'journal.jsonl'));
    writeFileSync(join(cwd, 'bad.team.json'), '{ "kind": "team" }');
    expect(run(cwd, '--methods', 'c3', '--tasks', './bad.team.json', '--out', 'here').code).toBe(2);
    expect(readFileSync(join(cwd, 'here', 'journal.jsonl'))).toEqual(bytes);
  });
});

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { creditbench } from './creditbench.ts';
import { run, small } from './run-in.ts';

describe('creditbench report', () => {
  it('derives everything again, and fails on any difference', () => {
    const cwd = temporaryFolder();
    run(cwd, ...small, '--out', 'here', '--laws', '20');
    expect(creditbench(['report', 'here', '--check'], { cwd })).toMatchObject({ code: 0 });
    const csv = join(cwd, 'here', 'report', 'scores.csv');
    writeFileSync(csv, readFileSync(csv, 'utf8').replace('0.', '1.'));
    const edited = creditbench(['report', 'here', '--check'], { cwd });
    expect(edited).toMatchObject({ code: 1, out: 'different: scores.csv\n' });
    expect(creditbench(['report', 'here'], { cwd }).code).toBe(0);
    expect(creditbench(['report', 'here', '--check'], { cwd }).code).toBe(0);
  });

  it('writes the formats asked for where it is told to', () => {
    const cwd = temporaryFolder();
    run(cwd, ...small, '--out', 'here');
    expect(creditbench(['report', 'here', '--format', 'latex,csv', '--out', 'paper'], { cwd }).code).toBe(0);
    expect(existsSync(join(cwd, 'paper', 'tables.tex'))).toBe(true);
    expect(existsSync(join(cwd, 'paper', 'index.html'))).toBe(false);
  });

  it('refuses a folder that is none of ours', () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'empty'));
    expect(creditbench(['report', 'empty'], { cwd })).toMatchObject({
      code: 2,
      err: 'creditbench: empty: no manifest.json; expected the folder of a creditbench run\n',
    });
    run(cwd, ...small, '--out', 'here');
    expect(creditbench(['report', 'here', '--format', 'pdf'], { cwd }).err).toContain('unknown format "pdf"');
  });
});

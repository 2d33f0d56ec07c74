import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { creditbench, program } from './creditbench.ts';

describe('an interrupted run', () => {
  it('ends with 130, keeps what it had, frees its folder, and goes on with the same command', async () => {
    const cwd = temporaryFolder();
    const args = ['run', '--methods', 'c3', '--tasks', 'relay', '--budgets', '64', '--laws', '0', '--out', 'here'];
    const child = spawn(process.execPath, [program, ...args, '--seeds', '2000'], { cwd, stdio: 'ignore' });
    const journal = join(cwd, 'here', 'journal.jsonl');
    while (!existsSync(journal) && child.exitCode === null) await wait(5);
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    expect(code).toBe(130);
    expect(existsSync(join(cwd, 'here', 'run.lock'))).toBe(false);
    const kept = readFileSync(journal, 'utf8').trimEnd().split('\n').length;
    expect(kept).toBeGreaterThan(0);
    const { code: again, out } = creditbench([...args, '--seeds', '1', '--json'], { cwd });
    expect([again, JSON.parse(out).reused]).toEqual([0, Math.min(kept, 30)]);
  });
});

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBoard } from '../../reports/board/check-board.ts';
import { boardIn, submissionIn } from '../reports/board/example-board.ts';
import { temporaryFolder } from '../temporary.ts';
import { creditbench, program } from './creditbench.ts';

const sound = mkdtempSync(join(tmpdir(), 'creditbench-board-'));
beforeAll(async () => {
  await boardIn(sound);
  await submissionIn(sound, 's');
  await submissionIn(sound, 'c3', { method: 'c3' });
});
afterAll(() => rmSync(sound, { recursive: true, force: true }));

function copy(): string {
  const cwd = temporaryFolder();
  cpSync(sound, cwd, { recursive: true });
  return cwd;
}

/** `board add` in a process of its own; its exit code, or null where it was killed. */
function adding(cwd: string, name: string) {
  const child = spawn(process.execPath, [program, 'board', 'add', name, '--board', 'b'], { cwd, stdio: 'ignore' });
  return { child, code: new Promise<number | null>((done) => child.once('exit', done)) };
}

describe('board add as a process', () => {
  it('killed at any moment, leaves a board that holds, with the submission on it or not at all', async () => {
    const cwd = copy();
    for (const milliseconds of [200, 500, 800, 1100]) {
      const { child, code } = adding(cwd, 's');
      await setTimeout(milliseconds);
      child.kill('SIGKILL');
      await code;
      const { faults, submissions, entries } = checkBoard(join(cwd, 'b'));
      expect([faults, entries]).toEqual([[], 1 + submissions]);
    }
    const { code, err } = creditbench(['board', 'add', 's', '--board', 'b'], { cwd });
    // It may have got there before it was killed.
    expect([code === 0 || err.includes('are on the board already'), err]).toEqual([true, expect.any(String)]);
    expect(checkBoard(join(cwd, 'b'))).toMatchObject({ faults: [], submissions: 1, entries: 2, leavings: [] });
  });

  it('twice at the same time, adds each submission once or refuses: the ledger holds', async () => {
    const cwd = copy();
    const codes = await Promise.all(['s', 'c3', 's'].map((name) => adding(cwd, name).code));
    expect(codes).toContain(0);
    for (const code of codes) expect([0, 2]).toContain(code);
    const { faults, submissions, entries } = checkBoard(join(cwd, 'b'));
    expect(faults).toEqual([]);
    expect(submissions).toBe(codes.filter((code) => code === 0).length);
    expect(entries).toBe(1 + submissions);
  });
});

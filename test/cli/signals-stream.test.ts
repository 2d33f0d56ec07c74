import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { standardOutput } from '../../harness/cli/standard-output.ts';
import { temporaryFolder } from '../temporary.ts';
import { program } from './creditbench.ts';
import { lines } from './signals-in.ts';

const text = (letter: string) => ({ id: letter, text: letter.repeat(150) });
const speaker = (agent: string) => ({
  agent,
  messages: [text('x'), text('y')],
  policy: [{ choose: [0.5, 0.5] }],
  absent: [{ choose: [1, 0] }],
});
/** Ten messages per episode, long enough that rows which are kept would show. */
const team = {
  kind: 'team',
  agents: ['a', 'b'],
  range: [0, 1],
  steps: Array.from({ length: 10 }, (_, step) => speaker(step % 2 === 0 ? 'a' : 'b')),
  outcome: [{ when: ['x', ...Array(9).fill('*')], score: 1 }, { score: 0 }],
};

/** The most memory, in kilobytes, that the program had while it wrote this many episodes. */
function peakOf(folder: string, episodes: number): { said: string; peak: number } {
  const [hook, peak] = ['peak.mjs', `peak-${episodes}`].map((name) => join(folder, name));
  writeFileSync(join(folder, 'long.team.json'), JSON.stringify(team));
  writeFileSync(
    hook!,
    `import { writeFileSync } from 'node:fs';
     process.on('exit', () => writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)));`,
  );
  const flags = ['--method', 'rloo[k=2]', '--budget', '2', '--format', 'rewards', '--episodes', String(episodes)];
  const args = ['--import', pathToFileURL(hook!).href, program, 'signals', '--input', './long.team.json', ...flags];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  expect(status).toBe(0);
  return { said: stderr, peak: Number(readFileSync(peak!, 'utf8')) };
}

describe('writing training data', () => {
  it('takes no more memory for 100 000 rows than for 10 000', () => {
    const folder = temporaryFolder();
    const few = peakOf(folder, 1000);
    const many = peakOf(folder, 10_000);
    expect(few.said).toContain('10,000 rows of rewards from 1,000 episodes');
    expect(many.said).toContain('100,000 rows of rewards from 10,000 episodes');
    expect(many.peak / few.peak).toBeLessThan(1.5);
  });

  it('waits for a slow reader instead of holding rows back for it', async () => {
    let read = 0;
    let most = 0;
    const slow = new Writable({
      highWaterMark: 1 << 16,
      write(chunk: Buffer, _encoding, done) {
        read += chunk.length;
        setTimeout(done, 1);
      },
    });
    const sink = standardOutput(slow);
    const row = `${'x'.repeat(999)}\n`;
    for (let rows = 0; rows < 2000; rows++) {
      await sink.write(row);
      most = Math.max(most, slow.writableLength);
    }
    expect(slow.listenerCount('drain')).toBe(1);
    await sink.keep();
    sink.discard();
    expect(['drain', 'close', 'error'].map((event) => slow.listenerCount(event))).toEqual([0, 0, 0]);
    slow.end();
    await once(slow, 'finish');
    expect(read).toBe(2_000_000);
    expect(most).toBeLessThan(1 << 18);
  });

  it('leaves nothing behind where it is interrupted', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'long.team.json'), JSON.stringify(team));
    const flags = ['--method', 'rloo[k=2]', '--format', 'rewards', '--episodes', '1000000', '--out', 'out.jsonl'];
    const child = spawn(process.execPath, [program, 'signals', '--input', './long.team.json', ...flags], {
      cwd: folder,
      stdio: 'ignore',
    });
    while (readdirSync(folder).length === 1 && child.exitCode === null) await wait(5);
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    expect([code, readdirSync(folder)]).toEqual([130, ['long.team.json']]);
  });

  it('stops without a word where the reader has left', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'long.team.json'), JSON.stringify(team));
    const command = `"${process.execPath}" "${program}" signals --input ./long.team.json --method 'rloo[k=2]' --format rewards --episodes 20000 2>err | head -1 >out; echo \${PIPESTATUS[0]}`;
    const { stdout } = spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' });
    expect(lines(readFileSync(join(folder, 'out'), 'utf8'))).toHaveLength(1);
    expect(stdout).toBe('0\n');
    expect(readFileSync(join(folder, 'err'), 'utf8')).not.toContain('bug');
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot, packageVersion } from '../harness/package.ts';
import { methods } from '../methods/catalog.ts';
import { tasks } from '../tasks/catalog.ts';
import { creditbench, program } from './cli/creditbench.ts';
import { temporaryFolder } from './temporary.ts';

const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8');

type Block = { readonly language: string; readonly text: string; readonly file: string | undefined };
const blocks: Block[] = [...readme.matchAll(/(?:<!-- file: (\S+) -->\n)?```(\w+)\n(.*?)```/gs)].map(
  ([, file, language, text]) => ({ file, language: language!, text: text! }),
);

/** The words of a shell line, with single quotes. */
const words = (line: string) => [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);

describe('the README', () => {
  it('has two commands that each do all their own set-up', () => {
    const commands = blocks.filter(({ language, text }) => language === 'sh' && text.startsWith('npm'));
    expect(commands.map(({ text }) => text.trim())).toEqual(['npm ci && npm start', 'npm ci && npm test']);
    const { scripts } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
    expect(scripts.start).toContain('run --suite quick --out creditbench-quick');
  });

  it('says npx creditbench, which runs the program itself', () => {
    const { bin } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
    expect(join(packageRoot, bin.creditbench)).toBe(program);
    const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
    expect([status, stdout.trim()]).toEqual([0, packageVersion]);
  });

  it('has code blocks that run, in order, and print what it says', () => {
    const cwd = temporaryFolder();
    const data = join(cwd, 'Agents_Failure_Attribution');
    mkdirSync(join(data, 'Who&When', 'Algorithm-Generated'), { recursive: true });
    mkdirSync(join(data, 'Who&When', 'Hand-Crafted'), { recursive: true });
    const log = {
      question: 'q',
      history: [
        { content: 'c', role: 'human' },
        { content: 'd', role: 'Coder' },
      ],
      mistake_agent: 'Coder',
      mistake_step: '1',
    };
    for (const split of ['Algorithm-Generated', 'Hand-Crafted'])
      writeFileSync(join(data, 'Who&When', split, '1.json'), JSON.stringify(log));

    let printed = '';
    let ran = 0;
    for (const { language, text, file } of blocks) {
      if (file !== undefined) writeFileSync(join(cwd, file), text);
      if (language === 'text') expect(printed.trimEnd()).toBe(text.trimEnd());
      if (language !== 'sh' || !text.startsWith('npx creditbench')) continue;
      for (const line of text.trim().split('\n')) {
        const args = words(line)
          .slice(2)
          .map((word) => (word === '../Agents_Failure_Attribution' ? data : word));
        const { code, out, err } = creditbench(args, { cwd });
        expect([line, code, err]).toEqual([line, 0, expect.not.stringContaining('creditbench:')]);
        printed = out;
        ran++;
      }
    }
    expect(ran).toBeGreaterThanOrEqual(6);
    expect(existsSync(join(cwd, 'my-run', 'report', 'index.html'))).toBe(true);
  });

  it('has a method in about 15 lines whose types hold', () => {
    const { text } = blocks.find(({ file }) => file === 'my-method.ts')!;
    expect(text.trim().split('\n').length).toBeLessThanOrEqual(16);
    const file = join(packageRoot, 'test', `readme-method-${process.pid}.ts`);
    writeFileSync(file, text);
    try {
      const flags = [
        '--noEmit',
        '--strict',
        '--module',
        'nodenext',
        '--target',
        'es2023',
        '--skipLibCheck',
        '--types',
        'node',
      ];
      const tsc = join(packageRoot, 'node_modules', '.bin', 'tsc');
      const { status, stdout } = spawnSync(tsc, [...flags, '--ignoreConfig', file], {
        cwd: packageRoot,
        encoding: 'utf8',
      });
      expect([status, stdout]).toEqual([0, '']);
    } finally {
      spawnSync('rm', [file]);
    }
  });

  it('counts what is in the box', () => {
    const [, inMethods, inTasks] = /(\d+) methods on (\d+) tasks/.exec(readme)!;
    expect([Number(inMethods), Number(inTasks)]).toEqual([methods.length, tasks.length]);
  });
});

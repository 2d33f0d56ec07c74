import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCommand } from '../../harness/cli/check.ts';
import { newCommand } from '../../harness/cli/new.ts';
import { checkMethod } from '../../harness/conformance/check-method.ts';
import { checkTask } from '../../harness/conformance/check-task.ts';
import { meaningOf } from '../../harness/conformance/meaning.ts';
import { packageRoot } from '../../harness/package.ts';
import { selectMethod } from '../../harness/selection.ts';
import { uniform } from '../../methods/baseline/uniform.ts';
import { tasks } from '../../tasks/catalog.ts';
import { lawSubjects } from '../../tasks/law-subjects.ts';
import { userFolder } from '../user-folder.ts';
import { commandHere } from './command-here.ts';

const page = readFileSync(join(packageRoot, 'docs', 'checking.md'), 'utf8');
const commands = { check: checkCommand, new: newCommand };

/** What the page is about, as a user has it: the commands run, the test file beside them. */
async function folderOfPage(): Promise<{ cwd: string; ran: number }> {
  const cwd = userFolder();
  let ran = 0;
  for (const [, file, language, text] of page.matchAll(/(?:<!-- file: (\S+) -->\n)?```(\w+)\n(.*?)```/gs)) {
    if (file !== undefined) writeFileSync(join(cwd, file), text!);
    if (language !== 'sh') continue;
    for (const line of text!.trim().split('\n')) {
      const [npx, creditbench, command, ...args] = line.split(' ');
      expect([npx, creditbench]).toEqual(['npx', 'creditbench']);
      const { code } = await commandHere(commands[command as keyof typeof commands], cwd, ...args);
      expect([line, code]).toEqual([line, 0]);
      ran++;
    }
  }
  return { cwd, ran };
}

/** vitest as a user runs it, on our source: `creditbench` is what this checkout is. */
function vitestIn(cwd: string) {
  const alias = { 'creditbench/laws': join(packageRoot, 'laws.ts'), creditbench: join(packageRoot, 'index.ts') };
  writeFileSync(join(cwd, 'vitest.config.mjs'), `export default ${JSON.stringify({ resolve: { alias } })}`);
  const program = join(packageRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'run', '--root', cwd], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1' },
  });
  return { status, out: stdout + stderr };
}

describe('docs/checking.md', () => {
  it('has commands that run, and a test that passes and fails as the method does', async () => {
    const { cwd, ran } = await folderOfPage();
    expect(ran).toBe(4);
    // Beside it, the same test of a method that promises too much.
    const method = readFileSync(join(cwd, 'my-method.ts'), 'utf8');
    writeFileSync(join(cwd, 'broken.ts'), method.replace('laws: {', "laws: { efficiency: 'always',"));
    const test = readFileSync(join(cwd, 'my-method.test.ts'), 'utf8');
    writeFileSync(join(cwd, 'broken.test.ts'), test.replace('./my-method.ts', './broken.ts'));
    const { status, out } = vitestIn(cwd);
    expect([status, out]).toEqual([1, expect.stringMatching(/Test Files +1 failed \| 1 passed/)]);
    expect(out).toContain('FAIL  broken.test.ts > keeps what it must and what it promises');
    expect(out).toContain('VIOLATED efficiency (always): credits sum to v(N) − v(∅)');
    expect(out).toContain('smallest game found: {"kind":"game"');
  });

  it('says of every check what the program says', async () => {
    const settings = { trials: 1, draws: 0, salt: 'x' };
    const ofMethods = await checkMethod(selectMethod(uniform, {}, 'test'), lawSubjects, settings);
    for (const { check, claim } of ofMethods)
      expect(page).toContain(
        claim === 'required' ? `| \`${check}\` | ${meaningOf('method', check)} |` : `\`${check}\``,
      );
    const ofTasks = await checkTask(tasks[0]!, settings);
    expect(ofTasks).toHaveLength(7);
    for (const { check } of ofTasks) expect(page).toContain(`| \`${check}\` | ${meaningOf('task', check)} |`);
  });
});

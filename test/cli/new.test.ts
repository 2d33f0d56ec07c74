import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCommand } from '../../harness/cli/check.ts';
import { newCommand } from '../../harness/cli/new.ts';
import { newMethodText } from '../../harness/cli/new-method-text.ts';
import { newTaskText } from '../../harness/cli/new-task-text.ts';
import { packageRoot } from '../../harness/package.ts';
import { typeErrorsOf } from '../type-errors.ts';
import { userFolder } from '../user-folder.ts';
import { commandHere } from './command-here.ts';

const newHere = (cwd: string, ...args: string[]) => commandHere(newCommand, cwd, ...args);

describe('creditbench new', () => {
  it.each(['method', 'task'])('writes a %s that passes check as it is, and says what to run next', async (kind) => {
    const cwd = userFolder();
    const { code, out } = await newHere(cwd, kind, `my-${kind}`);
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 2)).toEqual([
      `wrote ./my-${kind}.ts; next:`,
      `  npx creditbench check ./my-${kind}.ts`,
    ]);
    const checked = await commandHere(checkCommand, cwd, `./my-${kind}.ts`, '--trials', '30');
    expect(checked).toMatchObject({ code: 0, out: expect.stringContaining('everything required and promised held') });
  });

  it('promises every law that its method keeps', async () => {
    const cwd = userFolder();
    await newHere(cwd, 'method', 'mine');
    const { out } = await commandHere(checkCommand, cwd, './mine.ts', '--trials', '30');
    expect(out).not.toContain('held without being promised');
  });

  it('holds the truth of its task against enumeration, and sees it broken', async () => {
    const cwd = userFolder();
    const broken = newTaskText('mine').replace('bonus / weights.length', 'bonus / (weights.length + 1)');
    writeFileSync(join(cwd, 'mine.ts'), broken);
    const { code, out } = await commandHere(checkCommand, cwd, './mine.ts');
    expect([code, out]).toEqual([1, expect.stringContaining('VIOLATED worth (required)')]);
  });

  it('has types that hold', () => {
    const files = { 'new-method': newMethodText('my-method'), 'new-task': newTaskText('my-task') };
    expect(typeErrorsOf(files)).toBe('');
  });

  it('prints JSON', async () => {
    const cwd = userFolder();
    const { out } = await newHere(cwd, 'task', 'mine', '--json');
    expect(JSON.parse(out)).toMatchObject({
      kind: 'task',
      id: 'mine',
      file: './mine.ts',
      next: [expect.any(String), expect.any(String)],
    });
    expect(existsSync(join(cwd, 'mine.ts'))).toBe(true);
  });

  it('overwrites nothing, be it a file or a folder', async () => {
    const cwd = userFolder();
    writeFileSync(join(cwd, 'mine.ts'), 'kept');
    await expect(newHere(cwd, 'method', 'mine')).rejects.toThrow('./mine.ts is there already; nothing was written');
    expect(readFileSync(join(cwd, 'mine.ts'), 'utf8')).toBe('kept');
    mkdirSync(join(cwd, 'other.ts'));
    await expect(newHere(cwd, 'task', 'other')).rejects.toThrow('./other.ts is there already');
  });

  it.each([
    ['method', 'c3', 'a method in the box is called "c3" already'],
    ['task', 'relay', 'a task in the box is called "relay" already'],
    ['method', '../x', '"../x" is no id; expected kebab-case like my-method'],
    ['method', 'My', '"My" is no id'],
    ['task', "a'b", 'is no id; expected kebab-case like my-task'],
    ['task', '', '"" is no id'],
  ])('refuses a %s called %s', async (kind, name, message) => {
    const cwd = userFolder();
    await expect(newHere(cwd, kind, name)).rejects.toThrow(message);
    expect(existsSync(join(cwd, `${name}.ts`))).toBe(false);
  });

  it('takes a method name for a task, for they are listed apart', async () => {
    expect(existsSync(join(packageRoot, 'c3.ts'))).toBe(false);
    expect(await newHere(userFolder(), 'task', 'c3')).toMatchObject({ code: 0 });
  });
});

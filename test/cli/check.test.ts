import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCommand } from '../../harness/cli/check.ts';
import { printable, printableJson } from '../../harness/cli/printable.ts';
import { userFolder } from '../user-folder.ts';
import { commandHere } from './command-here.ts';
import { creditbench } from './creditbench.ts';
import { dyad } from './dyad.ts';

/** A method file; the rest of the definition is sound. */
const methodText = (assign: string, given = '') => `import { defineMethod, z } from 'creditbench';
export default defineMethod({ id: 'mine', title: 'Mine', source: '', targets: [], needs: ['worth'], laws: {},
  options: z.strictObject({ factor: z.number().default(1) }), ${given} assign: ${assign} });`;

const zeros = '({ agents }) => ({ agents: agents.map(() => 0) })';

/** `creditbench check` on a file of its own. */
async function check(name: string, text: string | object, ...flags: string[]) {
  const cwd = userFolder();
  writeFileSync(join(cwd, name), typeof text === 'string' ? text : JSON.stringify(text));
  return commandHere(checkCommand, cwd, `./${name}`, '--trials', '8', ...flags);
}

describe('creditbench check', () => {
  it('ends with 0 where everything required and promised held', async () => {
    const { code, out, err } = await check('m.ts', methodText(zeros, `laws: { 'null-player': 'always' },`));
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^method mine\n\ncheck +claim +verdict +tried on\n/);
    expect(out).toMatch(/^null-player +always +held +8$/m);
    expect(out).toMatch(/^efficiency +– +violated/m);
    expect(out).toContain('held without being promised: symmetry');
    expect(out).toMatch(/\neverything required and promised held\n$/);
    expect(out).not.toContain('VIOLATED');
  });

  it('ends with 1 where a promise is broken, and shows the smallest game and how to run it', async () => {
    const { code, out } = await check('m.ts', methodText(zeros, `laws: { efficiency: 'always' },`));
    expect(code).toBe(1);
    expect(out).toMatch(
      /\nVIOLATED efficiency \(always\): credits sum to v\(N\) − v\(∅\)\n {2}credits sum to 0; v\(N\) − v\(∅\) is -?1\n/,
    );
    expect(out).toMatch(/smallest game found: \{"kind":"game","agents":\["a"\],"form":"unanimity"/);
    expect(out).toContain("npx creditbench assign --method './m.ts' --input smallest.game.json");
    expect(out).toMatch(/\nviolated: efficiency\n$/);
  });

  it('shows a failure on teams as a team file and what was said', async () => {
    const broken = '({ agents, messages }) => ({ agents: agents.map(() => (messages.length > 0 ? NaN : 0)) })';
    const { code, out } = await check('m.ts', methodText(broken));
    expect(code).toBe(1);
    expect(out).toMatch(/smallest team found: \{"kind":"team","agents"/);
    expect(out).toContain('--input smallest.team.json --messages x,x');
  });

  it('ends with 3 where nothing could be tried', async () => {
    const { code, out } = await check('m.ts', methodText(zeros, `refuses: () => 'not today',`));
    expect(code).toBe(3);
    expect(out).toContain('NOT TRIED answers (required)');
    expect(out).toContain('on games: not today; on teams: not today');
    expect(out).toMatch(/could not be tried: answers\n$/);
  });

  it('gives the method the options behind the file, and prints JSON', async () => {
    const cwd = userFolder();
    const scaled =
      '({ agents, outcome }, _access, { factor }) => ({ agents: agents.map(() => (outcome * factor) / agents.length) })';
    writeFileSync(join(cwd, 'm.ts'), methodText(scaled, `laws: { sign: 'always' },`));
    const ended = await commandHere(checkCommand, cwd, './m.ts[factor=0]', '--trials', '8', '--json');
    const { file, checked } = JSON.parse(ended.out);
    expect([ended.code, file, checked.length]).toEqual([0, './m.ts', 1]);
    expect(checked[0]).toMatchObject({ kind: 'method', name: 'mine[factor=0]', conclusion: 'kept' });
    expect(checked[0].findings).toContainEqual({ check: 'sign', claim: 'always', verdict: 'held', trials: 8 });
    const unscaled = await commandHere(checkCommand, cwd, './m.ts', '--trials', '40', '--json');
    expect(JSON.parse(unscaled.out).checked[0].conclusion).toBe('broken');
  });

  it('prints the same for the same salt, and checks every definition of a file', async () => {
    const two = `${methodText('({ agents }) => ({ agents: agents.map(Math.sqrt) })')}
      export const other = { id: 'other', title: 'o', source: '', targets: [], needs: [], laws: {}, options: z.strictObject({}), assign: ${zeros} };`;
    const [once, again] = [await check('m.ts', two), await check('m.ts', two)];
    expect(once).toEqual(again);
    expect(once.out.match(/^method \w+$/gm)).toEqual(['method mine', 'method other']);
  });

  it('checks a game file and a team file as tasks', async () => {
    const game = { kind: 'game', agents: ['l', 'r'], form: 'glove', left: ['l'], right: ['r'] };
    expect(await check('g.game.json', game)).toMatchObject({ code: 0, out: expect.stringMatching(/^task g.game\n/) });
    const { code, out } = await check('d.team.json', dyad, '--draws', '64');
    expect([code, out]).toEqual([0, expect.stringMatching(/^replay +required +held +4$/m)]);
    const { out: unsampled } = await check('d.team.json', dyad, '--draws', '0');
    expect(unsampled).toMatch(/^replay +required +not applicable +0$/m);
  });

  it.each([
    [
      'm.ts',
      'export default 3',
      [],
      './m.ts: exports no method and no task; expected export default defineMethod({ … })',
    ],
    ['m.ts', 'export default { assign: 3 };', [], 'm.ts: id: '],
    ['m.ts', 'throw new Error("no\\nway")', [], './m.ts: does not load: Error: no way'],
    ['m.ts', 'const const', [], './m.ts: does not load'],
    ['m.ts', methodText(zeros, `id: 'c3',`), [], './m.ts: a method in the box is called "c3" already'],
    ['m.ts', methodText(zeros), ['--trials', '0'], '--trials "0"; expected a whole number of at least 1'],
    ['x.json', { kind: 'episode' }, [], 'x.json: kind: "episode" is no task'],
    ['m.ts', methodText(zeros), ['--draws', '-1'], '--draws "-1"; expected a whole number'],
  ])('refuses bad input with one line: %#', async (name, text, flags, message) => {
    const refused = check(name, text, ...flags);
    await expect(refused).rejects.toMatchObject({
      name: 'CreditbenchError',
      message: expect.stringContaining(message),
    });
    await expect(refused).rejects.toMatchObject({ message: expect.not.stringContaining('\n') });
  });

  it('names a file that is not there, and an option that the method does not have', async () => {
    const cwd = userFolder();
    writeFileSync(join(cwd, 'm.ts'), methodText(zeros));
    const of = (selection: string) => commandHere(checkCommand, cwd, selection);
    await expect(of('./none.ts')).rejects.toThrow('./none.ts: no such file');
    await expect(of('./m.ts[fator=2]')).rejects.toThrow('did you mean "factor"');
  });

  it('shows no control characters of a stranger', async () => {
    const { code, out } = await check(
      'm.ts',
      methodText(`() => { throw new Error('\\u001b[2J\\u202e\\u009bgone\\nnext') }`),
    );
    expect(code).toBe(1);
    expect(out).toContain('assign threw Error: �[2J��gone�next\n');
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });
});

describe('printable', () => {
  it('is one line without control characters, and the same value as JSON', () => {
    expect(printable('a\u0007b\u2028c\u2066dé')).toBe('a�b�c�dé');
    const value = { 'a\u009b': ['\u001b', '\u202e', 'é'] };
    expect(JSON.parse(printableJson(value))).toEqual(value);
    expect(printableJson(value).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });
});

describe('the program', () => {
  it.each([
    ['await new Promise(() => {})', 'never answers'],
    ['process.exit(0)', 'ends the process'],
  ])('ends with 3 and says so where a file holds %s', (text) => {
    const cwd = userFolder();
    writeFileSync(join(cwd, 'm.mjs'), text);
    const { code, err } = creditbench(['check', './m.mjs'], { cwd });
    expect(code).toBe(3);
    expect(err).toContain('creditbench: ended before it was done; what it ran called process.exit or never answered');
  });

  it.each([['check'], ['new']])('has %s, with help and an example', (command) => {
    const { code, out } = creditbench([command, '--help']);
    expect([code, out]).toEqual([0, expect.stringContaining(`Example:\n  npx creditbench ${command} `)]);
  });
});

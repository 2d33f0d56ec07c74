import { describe, expect, it } from 'vitest';
import { errors, scored } from '../harness/comparison/rows.ts';
import { temporaryFolder } from '../temporary.ts';
import { creditbench } from './creditbench.ts';
import { writeJournal } from './gate-in.ts';

const values = [0.5, 0.52, 0.47, 0.55, 0.51, 0.49];
const sides = ['--baseline', 'main.jsonl', '--candidate', 'mine.jsonl', '--margin', '0.02'];

describe('gate and compare as programs', () => {
  it.each(['gate', 'compare'])('%s --help has an example and the exit codes', (command) => {
    const { code, out } = creditbench([command, '--help']);
    expect([code, out]).toEqual([0, expect.stringMatching(/Exit code: 0.*Example:\n {2}npx creditbench/s)]);
  });

  it('never gives one code to a regression, to what could not be measured, and to bad input', () => {
    const cwd = temporaryFolder();
    const codeOf = () => creditbench(['gate', ...sides], { cwd }).code;
    writeJournal(cwd, 'main.jsonl', errors(values));
    expect(codeOf()).toBe(2);
    writeJournal(cwd, 'mine.jsonl', []);
    expect(codeOf()).toBe(3);
    writeJournal(cwd, 'mine.jsonl', errors(values.map((value, place) => value + 0.2 + place / 100)));
    expect(codeOf()).toBe(1);
    writeJournal(cwd, 'mine.jsonl', errors(values));
    expect(codeOf()).toBe(0);
  });

  it('says what is wrong in one sentence', () => {
    const cwd = temporaryFolder();
    writeJournal(cwd, 'main.jsonl', [scored()]);
    expect(creditbench(['gate', ...sides], { cwd })).toEqual({
      code: 2,
      out: '',
      err: 'creditbench: mine.jsonl: no such file; expected a journal or a folder with one\n',
    });
    expect(creditbench(['compare', 'a', 'b', '--in', 'main.jsonl'], { cwd })).toMatchObject({
      code: 2,
      err: 'creditbench: unknown method "a"; did you mean "m"? methods are m\n',
    });
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gateCommand } from '../../harness/cli/gate.ts';
import type { CellRow } from '../../harness/row.ts';
import { errors, unscored } from '../harness/comparison/rows.ts';
import { temporaryFolder } from '../temporary.ts';
import { commandHere } from './command-here.ts';
import { gate, gateJson, writeJournal } from './gate-in.ts';

const before = [0.5, 0.52, 0.47, 0.55, 0.51, 0.49];
const shifted = (by: number) => before.map((value, place) => value + by * (1 + (place % 2) / 10));
const folder = (baseline: readonly CellRow[], candidate: readonly CellRow[]) => {
  const cwd = temporaryFolder();
  writeJournal(cwd, 'main.jsonl', baseline);
  writeJournal(cwd, 'mine.jsonl', candidate);
  return cwd;
};
const codeOf = async (baseline: readonly CellRow[], candidate: readonly CellRow[], ...flags: string[]) =>
  (await gate(folder(baseline, candidate), '--margin', '0.02', ...flags)).code;

describe('creditbench gate', () => {
  it('ends with 0 on identical and on better results, 1 on a planted regression, 3 on what is not proven', async () => {
    expect(await codeOf(errors(before), errors(before))).toBe(0);
    expect(await codeOf(errors(before), errors(shifted(-0.2)))).toBe(0);
    expect(await codeOf(errors(before), errors(shifted(0.2)))).toBe(1);
    expect(await codeOf(errors(before), errors(shifted(0.019)))).toBe(3);
  });

  it('ends with 3 where nothing was measured: no rows at all, and no candidate of the method', async () => {
    expect(await codeOf([], [])).toBe(3);
    expect(await codeOf(errors(before), [])).toBe(3);
  });

  it('ends with 3 on cells that failed or are missing, and still with 1 where something is worse', async () => {
    const rest = errors(before).slice(1);
    const missing = await gate(folder(errors(before), rest), '--margin', '0.02');
    expect(missing.code).toBe(3);
    expect(missing.out).toContain('m on t, 16 evaluator calls: lacks 1 cell the baseline scored');
    expect(missing.out).toContain('NOT PROVEN: 1 pass, 1 cell lost');
    const failed = await gate(folder(errors(before), [...rest, unscored({ instance: '000/i' })]), '--margin', '0.02');
    expect(failed.code).toBe(3);
    expect(failed.out).toContain('failed on 1 cell the baseline scored: threw Error: no');
    expect(await codeOf(errors(before), errors(shifted(0.2)).slice(1))).toBe(1);
  });

  it('ends with 3 where a margin was given for a metric that nobody measured', async () => {
    const { code, out } = await gate(folder(errors(before), errors(before)), '--margin', '0.02,sign-accuracy=0.1');
    expect(code).toBe(3);
    expect(out).toContain('sign-accuracy: has a margin and was not measured');
  });

  it('prints every field as JSON, without a hole', async () => {
    const { report } = await gateJson(folder(errors(before), errors(shifted(0.2))), '--margin', 'relative-error=0.02');
    expect(report).toMatchObject({
      outcome: 'worse',
      alpha: 0.05,
      findings: [{ method: 'm', task: 't', metric: 'relative-error', margin: 0.02, instances: 6, conclusion: 'worse' }],
    });
    expect(Object.keys(report.findings[0])).toEqual(
      expect.arrayContaining(['difference', 'standardError', 'low', 'high', 'p', 'adjustedP', 'baseline', 'candidate']),
    );
  });

  it('gives the same facts whatever the order of rows', async () => {
    const [first, second] = [errors(before), errors(shifted(0.019))];
    const others = [errors(before, { method: 'n' }), errors(before, { method: 'n' })] as const;
    const { out } = await gate(folder([...first, ...others[0]], [...second, ...others[1]]), '--margin', '0.02');
    const turned = folder([...others[0].toReversed(), ...first.toReversed()], [...second.toReversed(), ...others[1]]);
    expect((await gate(turned, '--margin', '0.02')).out).toBe(out);
  });

  it('pairs a renamed method, and only the methods it is told to', async () => {
    const cwd = folder(
      [...errors(before, { method: 'c3[a=1,b=2]' }), ...errors(before, { method: 'x' })],
      [...errors(before, { method: 'c3-new' }), ...errors(shifted(0.2), { method: 'x' })],
    );
    const renamed = ['--baseline-method', 'c3[b=2,a=1]', '--candidate-method', 'c3-new'];
    const { code, report } = await gateJson(cwd, '--margin', '0.02', ...renamed);
    expect([code, report.findings.map(({ method }: { method: string }) => method)]).toEqual([0, ['c3-new']]);
    expect((await gate(cwd, '--margin', '0.02', '--method', 'x')).code).toBe(1);
    await expect(gate(cwd, '--margin', '0.02', '--method', 'c4-new')).rejects.toThrow('unknown method "c4-new"');
    await expect(gate(cwd, '--margin', '0.02', '--baseline-method', 'x')).rejects.toThrow('expected --method, or both');
  });

  it('takes an acknowledged regression until its day is over', async () => {
    const cwd = folder(errors(before), errors(shifted(0.2)));
    const known = [{ method: 'm', metric: 'relative-error', until: '2027-01-31', reason: 'known' }];
    writeFileSync(join(cwd, 'known.json'), JSON.stringify(known));
    const flags = ['--margin', '0.02', '--acknowledge', 'known.json', '--today'];
    const valid = await gate(cwd, ...flags, '2027-01-31');
    expect([valid.code, valid.out]).toEqual([0, expect.stringContaining('acknowledged until 2027-01-31: known')]);
    const expired = await gate(cwd, ...flags, '2027-02-01');
    expect([expired.code, expired.out]).toEqual([
      1,
      expect.stringContaining('its acknowledgement expired on 2027-01-31'),
    ]);
    writeFileSync(join(cwd, 'known.json'), JSON.stringify([{ ...known[0], method: 'other' }]));
    expect((await gate(cwd, ...flags, '2027-01-31')).out).toContain('nothing to acknowledge');
    writeFileSync(join(cwd, 'known.json'), JSON.stringify([{ ...known[0], until: 'May' }]));
    await expect(gate(cwd, ...flags, '2027-01-31')).rejects.toThrow(
      'known.json: [0].until: expected a date like 2027-01-31, found "May"',
    );
    await expect(gate(cwd, '--margin', '0.02', '--today', '2027-02-30')).rejects.toThrow('--today "2027-02-30"');
  });

  it.each([
    [['--margin', '0'], '--margin "0"; expected a number above 0, or metric=number'],
    [['--margin', 'mse='], '--margin "mse="; expected a number above 0, or metric=number'],
    [['--margin', 'rmse=1'], '--margin: "rmse" is not a metric with a better side; expected one like relative-error'],
    [['--margin', 'mse=1,mse=2'], '--margin "mse=1,mse=2": mse has two margins; expected one'],
    [[], 'no margin: the baseline declares none; expected --margin 0.02 or --margin relative-error=0.02'],
    [['--margin', '1', '--alpha', '0.5'], '--alpha "0.5"; expected a number above 0 and below 0.5'],
    [
      ['--margin', '1', '--confirm-baseline', 'x'],
      'expected both --confirm-baseline and --confirm-candidate, or neither',
    ],
    [['--margin', '1', '--junit', 'no/such/j.xml'], '--junit no/such/j.xml: no such file; expected a file to write to'],
  ])('refuses %j', async (flags, message) => {
    await expect(gate(folder(errors(before), errors(before)), ...flags)).rejects.toThrow(message);
  });

  it('refuses a missing journal, a folder without one, and journals of other versions or salts', async () => {
    const cwd = folder(errors(before), errors(before, { version: 2 }));
    mkdirSync(join(cwd, 'empty'));
    const from = (baseline: string) =>
      commandHere(gateCommand, cwd, '--baseline', baseline, '--candidate', 'mine.jsonl', '--margin', '1');
    await expect(from('nothing.jsonl')).rejects.toThrow('nothing.jsonl: no such file; expected a journal or a folder');
    await expect(from('empty')).rejects.toThrow('empty: holds no journal.jsonl');
    await expect(gate(cwd, '--margin', '1')).rejects.toThrow(
      'task "t" is version 1 in main.jsonl and version 2 in mine.jsonl; expected the same version',
    );
    await expect(commandHere(gateCommand, cwd, '--baseline', 'main.jsonl', '--margin', '1')).rejects.toThrow(
      'no --candidate',
    );
  });
});

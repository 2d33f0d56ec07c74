import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { filled, lines, signals, signalsHere, textOf } from './signals-in.ts';

/** A folder with the records of four episodes, both branches among them. */
async function recorded(): Promise<string> {
  const cwd = filled(temporaryFolder());
  const flags = ['--method', 'evaluation-aligned', '--format', 'records', '--budget', '64', '--episodes', '4'];
  const { code } = await signalsHere(cwd, '--input', 'word-problems', ...flags, '--out', 'records.jsonl');
  expect(code).toBe(0);
  const branches = lines(textOf(cwd, 'records.jsonl')).map((line) => JSON.parse(line).branch);
  expect(new Set(branches)).toEqual(new Set(['success', 'failure']));
  return cwd;
}

describe('creditbench signals --verify', () => {
  it('finds that every record it wrote holds', async () => {
    const cwd = await recorded();
    expect(signals(cwd, '--verify', 'records.jsonl')).toEqual({
      code: 0,
      out: `${[0, 1, 2, 3].map((k) => `records.jsonl line ${k + 1}: word-problems/${k}: ok\n`).join('')}4 records, 0 with differences\n`,
      err: '',
    });
  });

  it('ends with 1 where a number was changed, and says which', async () => {
    const cwd = await recorded();
    const records = lines(textOf(cwd, 'records.jsonl')).map((line) => JSON.parse(line));
    const changed = records.findIndex(({ branch }) => branch === 'success');
    records[changed].messages[0].reward += 1e-6;
    writeFileSync(join(cwd, 'records.jsonl'), records.map((record) => JSON.stringify(record)).join('\n'));
    const { code, out } = await signalsHere(cwd, '--verify', 'records.jsonl');
    expect(code).toBe(1);
    expect(out).toContain(
      `records.jsonl line ${changed + 1}: word-problems/${changed}: 3 differences\n  the sum of the messages`,
    );
    expect(out).toContain('\n  messages[0].reward is');
    const { out: json } = await signalsHere(cwd, '--verify', 'records.jsonl', '--json');
    expect(JSON.parse(json)).toMatchObject({
      records: 4,
      broken: [{ record: `records.jsonl line ${changed + 1}`, instance: `word-problems/${changed}` }],
    });
  });

  it('reads one JSON document too', async () => {
    const cwd = await recorded();
    const [record] = lines(textOf(cwd, 'records.jsonl')).map((line) => JSON.parse(line));
    writeFileSync(join(cwd, 'one.json'), JSON.stringify(record, undefined, 2));
    expect((await signalsHere(cwd, '--verify', 'one.json')).out).toContain('one.json: word-problems/0: ok\n1 records');
  });

  it.each<[string, string, string]>([
    ['a file that is not JSON', 'rubbish', 'x.jsonl: not JSON'],
    ['an empty file', '\n\n', 'x.jsonl: holds no record'],
    ['JSON that is no record', '{"kind":"episode"}\n', 'x.jsonl line 1: '],
    ['a list', '[]', 'x.jsonl line 1: '],
  ])('refuses %s', async (_, text, message) => {
    const cwd = filled(temporaryFolder(), { 'x.jsonl': text });
    await expect(signalsHere(cwd, '--verify', 'x.jsonl')).rejects.toThrow(
      expect.objectContaining({ code: 'bad-file', message: expect.stringContaining(message) }),
    );
  });

  it('refuses to write at the same time', async () => {
    const cwd = filled(temporaryFolder());
    await expect(signalsHere(cwd, '--verify', 'records.jsonl', '--out', 'x')).rejects.toThrow(
      '--out does not go with --verify, which writes nothing',
    );
  });

  it('names the line that is no record, and ends with 2', async () => {
    const cwd = await recorded();
    writeFileSync(join(cwd, 'records.jsonl'), `${textOf(cwd, 'records.jsonl')}{"half":\n`);
    const { code, err } = signals(cwd, '--verify', 'records.jsonl');
    expect(code).toBe(2);
    expect(err).toMatch(/^creditbench: records\.jsonl line 5: not JSON: .*\n$/);
    expect(signals(cwd, '--verify', 'none.jsonl')).toMatchObject({
      code: 2,
      err: 'creditbench: none.jsonl: no such file\n',
    });
  });
});

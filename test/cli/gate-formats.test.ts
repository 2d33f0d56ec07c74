import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CellRow } from '../../harness/row.ts';
import { errors, scored, unscored } from '../harness/comparison/rows.ts';
import { temporaryFolder } from '../temporary.ts';
import { gate, writeJournal } from './gate-in.ts';
import { parseXml } from './gate-xml.ts';

const before = [0.5, 0.52, 0.47, 0.55, 0.51, 0.49];
const shifted = (by: number) => before.map((value, place) => value + by * (1 + (place % 2) / 10));
const steering = ['\u001b', '\u202e'];
const hostile = '<img src=x onerror="a()">|`**&\u001b[2J\u202e';

function folder(of: (side: 'main' | 'mine') => readonly CellRow[]): string {
  const cwd = temporaryFolder();
  for (const side of ['main', 'mine'] as const) writeJournal(cwd, `${side}.jsonl`, of(side));
  return cwd;
}

describe('what creditbench gate writes', () => {
  const everyKind = () =>
    folder((side) => [
      ...errors(before, { task: 'passing' }),
      ...errors(side === 'main' ? before : shifted(0.2), { task: 'worse' }),
      ...errors(side === 'main' ? before : shifted(0.3), { task: 'known' }),
      ...errors(side === 'main' ? before : shifted(0.019), { task: 'open' }),
      side === 'main' ? scored({ task: 'failing' }) : unscored({ task: 'failing' }),
    ]);

  it('gives JUnit one test case per comparison: worse fails, unproven and lost are errors, acknowledged is skipped', async () => {
    const cwd = everyKind();
    const known = [{ method: 'm', task: 'known', until: '2999-01-01', reason: 'a < b' }];
    writeFileSync(join(cwd, 'known.json'), JSON.stringify(known));
    const flags = ['--margin', '0.02', '--acknowledge', 'known.json', '--junit', 'gate.xml'];
    expect((await gate(cwd, ...flags)).code).toBe(1);
    const suites = parseXml(readFileSync(join(cwd, 'gate.xml'), 'utf8'));
    expect(suites).toMatchObject({
      name: 'testsuites',
      attributes: { tests: '5', failures: '1', errors: '2', skipped: '1' },
    });
    const kinds = suites.children[0]!.children.map(({ attributes, children }) => [
      attributes['name'],
      children[0]!.name,
    ]);
    expect(kinds).toEqual([
      ['known, 16 evaluator calls, relative-error', 'skipped'],
      ['open, 16 evaluator calls, relative-error', 'error'],
      ['passing, 16 evaluator calls, relative-error', 'system-out'],
      ['worse, 16 evaluator calls, relative-error', 'failure'],
      ['failing, 16 evaluator calls, cells', 'error'],
    ]);
    const skipped = suites.children[0]!.children[0]!.children[0]!;
    expect(skipped.attributes['message']).toContain('acknowledged until 2999-01-01: a < b');
  });

  it('gives JUnit an error where nothing was measured', async () => {
    const cwd = folder(() => []);
    expect((await gate(cwd, '--margin', '0.02', '--junit', 'gate.xml')).code).toBe(3);
    const suites = parseXml(readFileSync(join(cwd, 'gate.xml'), 'utf8'));
    expect(suites.attributes).toMatchObject({ tests: '1', failures: '0', errors: '1' });
  });

  it('keeps a hostile name text in XML, in Markdown and on the terminal', async () => {
    const cwd = folder((side) => errors(side === 'main' ? before : shifted(0.2), { method: hostile, task: hostile }));
    const { out: markdown } = await gate(cwd, '--margin', '0.02', '--junit', 'gate.xml', '--format', 'markdown');
    const [testcase] = parseXml(readFileSync(join(cwd, 'gate.xml'), 'utf8')).children[0]!.children;
    expect(testcase!.attributes['classname']).toBe('<img src=x onerror="a()">|`**&\ufffd[2J\ufffd');
    for (const bare of ['<img', '|`', '**&', ...steering]) expect(markdown).not.toContain(bare);
    // A pipe of a name would make a cell of its own.
    const lines = markdown.split('\n').filter((line) => line.startsWith('|'));
    expect(new Set(lines.map((line) => line.split('|').length)).size).toBe(1);
    const { out: text } = await gate(cwd, '--margin', '0.02');
    expect(text).toContain('<img src=x');
    for (const bare of steering) expect(text).not.toContain(bare);
    const { out: json } = await gate(cwd, '--margin', '0.02', '--json');
    for (const bare of steering) expect(json).not.toContain(bare);
    expect(JSON.parse(json).findings[0].method).toBe(hostile);
  });

  it('prints the table, what needs a word, and the outcome last', async () => {
    const { out } = await gate(everyKind(), '--margin', '0.02');
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^method +task +budget +metric +verdict +baseline +candidate/);
    expect(lines.find((line) => /^m +worse /.test(line))).toMatch(
      /m +worse +16 evaluator calls +relative-error +worse/,
    );
    expect(lines.at(-1)).toBe(
      'WORSE: 2 worse, 1 unproven, 1 pass, 1 cell lost (one-sided, alpha 0.05, Holm over all comparisons)',
    );
  });

  it('has no NaN or infinity in its JSON, and says null where there is no value', async () => {
    const cwd = folder((side) => [scored({ scores: { shapley: { 'relative-error': side === 'main' ? 1 : 2 } } })]);
    const { code, out } = await gate(cwd, '--margin', '0.02', '--json');
    expect(code).toBe(3);
    expect(JSON.parse(out).findings[0]).toMatchObject({
      low: null,
      p: null,
      reason: 'one pair',
      conclusion: 'unproven',
    });
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../harness/package.ts';
import { signalFormats } from '../../reports/signals/formats.ts';
import { temporaryFolder } from '../temporary.ts';
import { rowsOf, signalsHere, textOf } from './signals-in.ts';

const page = readFileSync(join(packageRoot, 'docs', 'signals.md'), 'utf8');
const blocks = [...page.matchAll(/(?:<!-- file: (\S+) -->\n)?```(\w+)\n(.*?)```/gs)];

/** The words of a shell line, with single quotes. */
const words = (line: string) => [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);

/** Numbers to 12 digits, as the page prints them. */
const rounded = (text: string) => text.replace(/\d+\.\d+/g, (number) => String(Number(Number(number).toPrecision(12))));

/** The part of the page under a format's name. */
const sectionOf = (id: string) =>
  page
    .slice(page.indexOf(`\n### ${id}\n`))
    .slice(1)
    .split('\n### ')[0]!;

describe('docs/signals.md', () => {
  it('has commands that run, in order, and print what it says', async () => {
    const cwd = temporaryFolder();
    let printed = '';
    let ran = 0;
    for (const [, file, language, text] of blocks) {
      if (file !== undefined) writeFileSync(join(cwd, file), text!);
      if (language === 'text') expect(rounded(printed)).toBe(rounded(text!));
      if (language !== 'sh') continue;
      for (const line of text!.trim().split('\n')) {
        const [npx, creditbench, command, ...args] = words(line);
        expect([npx, creditbench, command]).toEqual(['npx', 'creditbench', 'signals']);
        const { code, out } = await signalsHere(cwd, ...args);
        expect([line, code]).toEqual([line, 0]);
        printed = out;
        ran++;
      }
    }
    expect(ran).toBe(4);
    expect(rowsOf('trl-dpo', textOf(cwd, 'pairs.jsonl')).length).toBeGreaterThan(0);
    expect(textOf(cwd, 'audit.html')).toContain('Audit of training signals');
  });

  it.each(signalFormats)('names every field of $id', ({ id, schema }) => {
    const section = sectionOf(id);
    expect(section.startsWith(`### ${id}`)).toBe(true);
    if (id === 'records') return;
    const json = JSON.stringify(schema.toJSONSchema());
    const fields = [
      ...new Set(
        [...json.matchAll(/"properties":(\{.*?\}),"required":\[(.*?)\]/g)].flatMap(([, , names]) =>
          JSON.parse(`[${names}]`),
        ),
      ),
    ];
    expect(fields.length).toBeGreaterThan(1);
    for (const field of fields.filter((name) => name !== 'role' && name !== 'content'))
      expect(section).toMatch(new RegExp(`[\`"]${field}[\`"]`));
  });

  it('names every format, and says what was not checked', () => {
    for (const { id } of signalFormats) expect(page).toContain(`\n### ${id}\n`);
    expect(page).toContain('no trainer was run');
    expect(page).toContain('our interpretation');
  });
});

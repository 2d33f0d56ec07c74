import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Limits, usualLimits } from '../../../reports/board/board-file.ts';
import { linesWithin, parseLimited } from '../../../reports/board/read-limited.ts';
import { openSubmission } from '../../../reports/board/submission-folder.ts';
import { temporaryFolder } from '../../temporary.ts';
import { exampleManifest } from '../example-manifest.ts';
import { exampleCard } from './example-card.ts';

/** A folder of the three files, in which the journal is not looked at yet. */
function sound(): string {
  const folder = join(temporaryFolder(), 'submission');
  mkdirSync(folder);
  const method = { ...exampleManifest.suite.methods[0]!, name: exampleCard.method };
  const manifest = { ...exampleManifest, suite: { ...exampleManifest.suite, methods: [method] } };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'card.json'), JSON.stringify(exampleCard));
  writeFileSync(join(folder, 'journal.jsonl'), '');
  return folder;
}

const small: Limits = { ...usualLimits, lineBytes: 1000, lines: 5, journalBytes: 3000 };

async function linesIn(text: string | Buffer, limits = small): Promise<string[]> {
  const path = join(temporaryFolder(), 'journal.jsonl');
  writeFileSync(path, text);
  const lines: string[] = [];
  for await (const line of linesWithin(path, 'journal.jsonl', limits)) lines.push(line.text);
  return lines;
}

describe('the folder of a submission', () => {
  it('is read where it holds three files, and what run left beside them is not looked at', () => {
    const folder = sound();
    mkdirSync(join(folder, 'report'));
    writeFileSync(join(folder, 'report', 'bomb.zip'), '');
    expect(openSubmission(folder, usualLimits)).toMatchObject({ card: exampleCard, manifest: { schema: 1 } });
  });

  it.each<[string, (folder: string) => void, string]>([
    ['a zip bomb', (folder) => writeFileSync(join(folder, 'journal.zip'), ''), '"journal.zip" is an archive, and the'],
    ['a packed journal', (folder) => writeFileSync(join(folder, 'journal.jsonl.gz'), ''), 'is an archive'],
    ['another file', (folder) => writeFileSync(join(folder, 'notes.md'), ''), '"notes.md" is no part of a submission'],
    ['a name that steers a terminal', (folder) => writeFileSync(join(folder, 'a\u001b[2J'), ''), '"a\\u001b[2J" is no'],
    ['another folder', (folder) => mkdirSync(join(folder, 'sub')), '"sub" is no part of a submission'],
    ['a file that is called report', (folder) => writeFileSync(join(folder, 'report'), ''), '"report" is no part of'],
    [
      'a link out of the folder',
      (folder) => {
        rmSync(join(folder, 'journal.jsonl'));
        symlinkSync('/etc/passwd', join(folder, 'journal.jsonl'));
      },
      '"journal.jsonl" is a symbolic link',
    ],
    ['a report that is a link', (folder) => symlinkSync('/etc', join(folder, 'report')), '"report" is a symbolic link'],
    [
      'a pipe that never ends',
      (folder) => {
        rmSync(join(folder, 'card.json'));
        execFileSync('mkfifo', [join(folder, 'card.json')]);
      },
      '"card.json" is no plain file',
    ],
    ['no card', (folder) => rmSync(join(folder, 'card.json')), 'card.json: no such file'],
    [
      'a large card',
      (folder) => writeFileSync(join(folder, 'card.json'), ' '.repeat(65_537)),
      '65537 bytes; the board',
    ],
    [
      'a manifest of brackets',
      (folder) => writeFileSync(join(folder, 'manifest.json'), '['.repeat(100_000)),
      'manifest.json: objects and arrays more than 16 deep',
    ],
  ])('refuses %s', (_name, spoil, reason) => {
    const folder = sound();
    spoil(folder);
    expect(() => openSubmission(folder, usualLimits)).toThrow(reason);
  });

  it('refuses an archive and a link in place of the folder', () => {
    const folder = sound();
    expect(() => openSubmission(`${folder}.tar.gz`, usualLimits)).toThrow(
      'is an archive, and the board unpacks nothing',
    );
    symlinkSync(folder, `${folder}-link`);
    expect(() => openSubmission(`${folder}-link`, usualLimits)).toThrow('is a symbolic link');
  });

  it.each<[string, unknown, string]>([
    ['no authors', { authors: [] }, 'authors'],
    ['no number of variants', { bestOf: undefined }, 'bestOf'],
    ['fewer than one variant', { bestOf: 0 }, 'bestOf'],
    ['a licence that is none', { licence: 'do what you want!' }, 'licence'],
    ['an address that runs', { code: { url: 'javascript:alert(1)', revision: 'a' } }, 'code.url'],
    ['an address on this machine', { code: { url: 'file:///etc/passwd', revision: 'a' } }, 'code.url'],
    ['a title of two lines', { title: 'a\nb' }, 'title: expected one line'],
    ['a title that turns round', { title: 'a\u202eb' }, 'title: expected one line'],
    ['a field that is not ours', { admin: true }, 'admin'],
  ])('refuses a card with %s', (_name, change, reason) => {
    const folder = sound();
    writeFileSync(join(folder, 'card.json'), JSON.stringify({ ...exampleCard, ...(change as object) }));
    expect(() => openSubmission(folder, usualLimits)).toThrow(reason);
  });
});

describe('the lines of a journal', () => {
  it('come one by one, whole, whatever the chunks', async () => {
    const lines = ['a', '', 'ü'.repeat(40), 'b'];
    expect(await linesIn(`${lines.join('\n')}\n`)).toEqual(lines);
    const long = Array.from({ length: 40 }, (_, index) => `${index}:${'é'.repeat(5000)}`);
    expect(await linesIn(`${long.join('\n')}\n`, usualLimits)).toEqual(long);
    expect(await linesIn('')).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['one line that never ends', 'x'.repeat(1001), 'line 1: more than 1000 bytes'],
    ['a line beyond the limit', `a\n${'x'.repeat(1001)}\n`, 'line 2: more than 1000 bytes'],
    ['too many lines', 'a\n'.repeat(6), 'more than 5 lines'],
    ['too many bytes', `${'x'.repeat(999)}\n`.repeat(4), '4000 bytes; the board takes at most 3000'],
    ['a last line that was cut off', 'a\nb', 'line 2 is torn'],
  ])('end at %s', async (_name, text, reason) => {
    await expect(linesIn(text)).rejects.toThrow(reason);
  });
});

describe('the value of a text', () => {
  it('may be as deep as the limit, brackets in strings not counted', () => {
    expect(parseLimited('[[1]]', 'x', 2)).toEqual([[1]]);
    expect(parseLimited('{"a":"[[[\\"[[["}', 'x', 1)).toEqual({ a: '[[["[[[' });
    expect(parseLimited('[[],[],[]]', 'x', 2)).toEqual([[], [], []]);
    expect(() => parseLimited('[[1]]', 'x', 1)).toThrow('more than 1 deep');
    expect(() => parseLimited('{"a":[{}]}', 'x', 2)).toThrow('more than 2 deep');
  });
});

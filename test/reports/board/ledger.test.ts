import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../reports/board/canonical-json.ts';
import { appendEntry, readLedger } from '../../../reports/board/ledger.ts';
import { type Entry, type EntryDraft, hashOfEntry } from '../../../reports/board/ledger-entry.ts';
import { submissionStates } from '../../../reports/board/submission-state.ts';
import { temporaryFolder } from '../../temporary.ts';

const draft = (why: string, rest: Partial<EntryDraft> = {}): EntryDraft => ({
  time: '2026-01-02T03:04:05.000Z',
  action: 'added',
  submission: '0123456789ab',
  level: 'recomputed',
  why,
  digest: { 'card.json': 'ab'.repeat(32) },
  verification: null,
  ...rest,
});

/** A ledger of four entries, and how to rewrite its lines. */
function ledgerOfFour() {
  const folder = temporaryFolder();
  for (const why of ['one', 'two', 'three', 'four']) appendEntry(folder, draft(why));
  const path = join(folder, 'ledger.jsonl');
  const lines = () => readFileSync(path, 'utf8').split('\n').slice(0, -1);
  const rewrite = (edit: (lines: string[]) => string[]) => {
    const text = edit(lines()).map((line) => `${line}\n`);
    writeFileSync(path, text.join(''));
  };
  return { folder, path, lines, rewrite };
}

const edited = (line: string, change: Partial<Entry>): string => JSON.stringify({ ...JSON.parse(line), ...change });

describe('the ledger', () => {
  it('holds what was written, each entry with the hash of the one before', () => {
    const { folder } = ledgerOfFour();
    const ledger = readLedger(folder);
    expect(ledger.map(({ index, why }) => [index, why])).toEqual([
      [0, 'one'],
      [1, 'two'],
      [2, 'three'],
      [3, 'four'],
    ]);
    expect(ledger.map(({ previous }) => previous)).toEqual([null, ...ledger.slice(0, 3).map(({ hash }) => hash)]);
  });

  it.each<[string, (lines: string[]) => string[], RegExp]>([
    ['an edited entry', ([a, b, ...rest]) => [a!, edited(b!, { why: 'other' }), ...rest], /entry 1: its hash is not/],
    [
      'a level that was raised',
      ([a, b, ...rest]) => [a!, edited(b!, { level: 'reproduced' }), ...rest],
      /entry 1: its/,
    ],
    ['an entry deleted in the middle', ([a, , ...rest]) => [a!, ...rest], /entry 1: it says it is entry 2/],
    ['entries that change places', ([a, b, c, d]) => [a!, c!, b!, d!], /entry 1: it says it is entry 2/],
    ['the last entry cut off', (lines) => lines.slice(0, -1), /entry 3: it is not the one .* has 3 entries, and had 4/],
    ['all but the first cut off', (lines) => lines.slice(0, 1), /has 1 entries, and had 4/],
    ['an entry that is no JSON', ([a, , ...rest]) => [a!, 'rubbish', ...rest], /entry 1: not JSON/],
    ['a field that is not ours', ([a, ...rest]) => [edited(a!, { x: 1 } as never), ...rest], /entry 0: .*x/],
  ])('refuses %s', (_name, tamper, reason) => {
    const { folder, rewrite } = ledgerOfFour();
    rewrite(tamper);
    expect(() => readLedger(folder)).toThrow(reason);
  });

  it('refuses an edited entry whose own hash was made to fit, by the entry after it', () => {
    const { folder, rewrite } = ledgerOfFour();
    rewrite(([a, b, ...rest]) => {
      const entry = { ...JSON.parse(b!), why: 'other' };
      return [a!, JSON.stringify({ ...entry, hash: hashOfEntry(entry) }), ...rest];
    });
    expect(() => readLedger(folder)).toThrow(/entry 2: it does not follow the entry before it/);
  });

  it('refuses an edited last entry whose own hash was made to fit, by the head beside it', () => {
    const { folder, rewrite } = ledgerOfFour();
    rewrite((lines) => {
      const entry = { ...JSON.parse(lines.at(-1)!), why: 'other' };
      return [...lines.slice(0, -1), JSON.stringify({ ...entry, hash: hashOfEntry(entry) })];
    });
    expect(() => readLedger(folder)).toThrow(/entry 3: it is not the one that was written/);
  });

  it('takes an entry whose line was torn for not written, and goes on from the one before', () => {
    const { folder, path } = ledgerOfFour();
    appendFileSync(path, '{"time":"2026');
    expect(readLedger(folder)).toHaveLength(4);
    appendEntry(folder, draft('five'));
    expect(readLedger(folder).map(({ why }) => why)).toEqual(['one', 'two', 'three', 'four', 'five']);
  });

  it('goes on where a command was killed between the entry and the head', () => {
    const { folder } = ledgerOfFour();
    const head = join(folder, 'ledger-head.json');
    const before = readFileSync(head, 'utf8');
    appendEntry(folder, draft('five'));
    writeFileSync(head, before);
    expect(readLedger(folder)).toHaveLength(5);
    rmSync(head);
    expect(readLedger(folder)).toHaveLength(5);
  });

  it('gives every other value another hash, and the same value the same hash in any order of keys', () => {
    const { folder } = ledgerOfFour();
    const [entry] = readLedger(folder) as [Entry];
    expect(hashOfEntry(Object.fromEntries(Object.entries(entry).toReversed()) as Entry)).toBe(entry.hash);
    fc.assert(
      fc.property(fc.string(), (why) => {
        expect(hashOfEntry({ ...entry, why }) === entry.hash).toBe(why === entry.why);
      }),
    );
  });
});

describe('the state of a submission', () => {
  const verified = (scope: 'sample' | 'all' | 'secret', different: number, stopped: string | null = null) =>
    draft('x', {
      action: 'verified',
      verification: {
        ...{ scope, draw: null, compared: 8, of: 8, different, rounding: 0, stopped },
        ...{ node: 'v20.0.0', v8: '11' },
      },
    });
  const stateAfter = (...drafts: EntryDraft[]) => {
    const folder = temporaryFolder();
    for (const one of [draft('added'), ...drafts]) appendEntry(folder, one);
    return submissionStates(readLedger(folder))[0]!;
  };

  it.each<[string, EntryDraft[], boolean]>([
    ['nothing', [], false],
    ['a sample that differs', [verified('sample', 1)], true],
    ['a sound sample after that', [verified('sample', 1), verified('sample', 0), verified('sample', 0)], true],
    ['secret scores after that', [verified('sample', 1), verified('secret', 0)], true],
    ['a whole run that was stopped after that', [verified('all', 1), verified('all', 0, 'too long')], true],
    ['a whole run without a difference after that', [verified('sample', 1), verified('all', 0)], false],
  ])('after %s is contradicted or not', (_name, drafts, expected) => {
    expect(stateAfter(...drafts).isContradicted).toBe(expected);
  });

  it('is that of its latest entry, its date that of its first, and a removal stays', () => {
    const later = { time: '2027-01-02T03:04:05.000Z', level: 'reproduced' } as const;
    expect(stateAfter(draft('x', later))).toMatchObject({ level: 'reproduced', added: '2026-01-02T03:04:05.000Z' });
    expect(stateAfter(draft('bad', { action: 'removed' }), draft('x')).removed).toBe('bad');
  });
});

describe('canonical JSON', () => {
  it('is the same for every order of keys, and parses to the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, reversed(part)]),
  );
}

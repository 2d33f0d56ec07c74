import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendRows, mendJournal, readJournal, standingRows } from '../../harness/journal.ts';
import type { Row } from '../../harness/row.ts';
import { temporaryFolder } from '../temporary.ts';

const rowOf = (instance: string, reason = 'why not'): Row => ({
  schema: 1,
  kind: 'cell',
  method: 'm',
  task: 't',
  version: 1,
  instance,
  budget: 16,
  seed: 0,
  code: 'x',
  status: 'skipped',
  reason,
});

async function all(rows: AsyncIterable<Row>): Promise<Row[]> {
  const list: Row[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

describe('the journal', () => {
  it('gives back what was appended, in order', async () => {
    const path = join(temporaryFolder(), 'journal.jsonl');
    appendRows(path, [rowOf('a'), rowOf('b')]);
    appendRows(path, [rowOf('c')]);
    expect(await all(readJournal(path))).toEqual([rowOf('a'), rowOf('b'), rowOf('c')]);
  });

  it('lets the latest row of a key stand', async () => {
    const path = join(temporaryFolder(), 'journal.jsonl');
    appendRows(path, [rowOf('a', 'old'), rowOf('b'), rowOf('a', 'new')]);
    expect(await all(standingRows(path))).toEqual([rowOf('b'), rowOf('a', 'new')]);
  });

  it('keeps full numbers', async () => {
    const path = join(temporaryFolder(), 'journal.jsonl');
    const value = 0.1 + 0.2;
    const scored: Row = {
      ...rowOf('a'),
      status: 'scored',
      roles: ['r'],
      authors: [],
      outcome: value,
      credit: { agents: [value] },
      truth: { shapley: [1 / 3] },
      scores: { shapley: { mse: value } },
      spent: { evaluations: 1, messages: 0, judgements: 0, tokens: 0 },
    } as unknown as Row;
    delete (scored as { reason?: string }).reason;
    appendRows(path, [scored]);
    expect(await all(readJournal(path))).toEqual([scored]);
  });

  it('drops a torn last line, and mends the file to its whole lines', async () => {
    const path = join(temporaryFolder(), 'journal.jsonl');
    appendRows(path, [rowOf('a')]);
    const whole = readFileSync(path, 'utf8');
    for (const torn of ['{"schema":1,"ki', JSON.stringify(rowOf('b')), '\u{1F600}'.repeat(40_000)]) {
      appendFileSync(path, torn);
      expect(await all(readJournal(path))).toEqual([rowOf('a')]);
      expect(mendJournal(path)).toBe(true);
      expect(readFileSync(path, 'utf8')).toBe(whole);
      expect(mendJournal(path)).toBe(false);
    }
  });

  it('is empty where there is no file, or nothing in it', async () => {
    const path = join(temporaryFolder(), 'journal.jsonl');
    expect(await all(readJournal(path))).toEqual([]);
    writeFileSync(path, '');
    expect(await all(readJournal(path))).toEqual([]);
    expect(mendJournal(path)).toBe(false);
    writeFileSync(path, 'torn');
    expect(mendJournal(path)).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('');
  });

  it.each([
    ['{"schema":1\n', 'line 2: not JSON; the journal is damaged before its last line'],
    ['{"schema":7,"kind":"cell"}\n', 'line 2: schema 7; this release reads schema 1'],
    ['[]\n', 'line 2: schema missing; this release reads schema 1'],
    [
      `${JSON.stringify({ ...rowOf('b'), seed: -1 })}\n`,
      'line 2: seed: too small: expected number to be >=0, found -1',
    ],
    [`${JSON.stringify({ ...rowOf('b'), extra: 1 })}\n`, 'line 2: unrecognized key: "extra"'],
    [`${JSON.stringify({ ...rowOf('b'), status: 'scored' })}\n`, 'line 2: roles: expected array, received undefined'],
  ])('names a damaged line: %j', async (line, message) => {
    const path = join(temporaryFolder(), 'journal.jsonl');
    appendRows(path, [rowOf('a')]);
    appendFileSync(path, line);
    appendRows(path, [rowOf('c')]);
    await expect(all(readJournal(path))).rejects.toThrow(message);
  });
});

import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJournal, standingRows } from '../../harness/journal.ts';
import { indexJournal, standingRowsOf } from '../../harness/journal-index.ts';
import { randomOf, randomOrder } from '../../harness/random.ts';
import { keyOf, type Row } from '../../harness/row.ts';
import { temporaryFolder } from '../temporary.ts';
import { method, run } from './run-in.ts';

async function indexedRows(path: string): Promise<Row[]> {
  const index = await indexJournal(path);
  return [...[...index.tasks.values()], index.others].flatMap((lines) => [...standingRowsOf(path, lines)]);
}
async function standing(path: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of standingRows(path)) rows.push(row);
  return rows;
}
const inOrder = (rows: readonly Row[]) => rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

async function journalOf(): Promise<{ path: string; rows: Row[] }> {
  const folder = temporaryFolder();
  const quoting = method('a"task":"b\\', ({ agents }) => ({ agents: new Float64Array(agents.length) }));
  await run(folder, { methods: ['c3', quoting], laws: 1 });
  const path = join(folder, 'journal.jsonl');
  const rows: Row[] = [];
  for await (const row of readJournal(path)) rows.push(row);
  return { path, rows };
}

describe('an indexed journal', () => {
  it('gives the standing rows, whatever the order, the repetitions and the writer', async () => {
    const { path, rows } = await journalOf();
    const kinds = new Set(rows.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['cell', 'episode', 'law']));
    expect(inOrder(await indexedRows(path))).toEqual(inOrder(rows));
    for (let seed = 0; seed < 5; seed++) {
      const random = randomOf('journal', seed);
      const repeated = [...rows, ...rows.filter(() => random.float() < 0.3)];
      const twice = [...randomOrder(random, repeated.length)].map((place) => repeated[place]!);
      const lines = twice.map((row) => {
        if (random.float() < 0.7) return JSON.stringify(row);
        const reversed = Object.fromEntries(Object.entries(row).toReversed());
        return random.float() < 0.5 ? JSON.stringify(reversed).replaceAll('":', '" : ') : ` ${JSON.stringify(row)}\r`;
      });
      writeFileSync(path, `${lines.join('\n')}\n`);
      expect(inOrder(await indexedRows(path))).toEqual(inOrder(await standing(path)));
    }
  });

  it('lets the later of two rows of a cell stand, though another program wrote one of them', async () => {
    const { path, rows } = await journalOf();
    const cell = rows.find((row) => row.kind === 'cell' && row.status === 'scored')!;
    const later = { ...cell, code: 'newer' };
    for (const text of [JSON.stringify(later), JSON.stringify(later, undefined, 1).replaceAll('\n', '')]) {
      writeFileSync(path, `${JSON.stringify(cell)}\n${text}\n`);
      expect(await indexedRows(path)).toEqual([later]);
    }
  });

  it('leaves out a torn last line, and names a damaged one before it', async () => {
    const { path, rows } = await journalOf();
    const [first, second] = rows;
    appendFileSync(path, '{"schema":1,"kind":"ce');
    expect(await indexedRows(path)).toHaveLength(rows.length);
    const text = JSON.stringify(second);
    writeFileSync(path, `${JSON.stringify(first)}\n${text.slice(0, -9)}\n${text}\n`);
    await expect(indexedRows(path)).rejects.toThrow('line 2: not JSON; the journal is damaged before its last line');
    writeFileSync(path, `${JSON.stringify(first)}\n{"schema":7}\n`);
    await expect(indexedRows(path)).rejects.toThrow('line 2: schema 7; this release reads schema 1');
  });

  it('reads lines longer than a chunk, and gaps between the lines of a task', async () => {
    const { path, rows } = await journalOf();
    const long: Row = {
      schema: 1,
      kind: 'episode',
      task: 'long',
      version: 1,
      instance: 'é',
      code: 'x',
      problem: 'ü'.repeat(1_500_000),
      agents: [],
      messages: [],
    };
    const [cell] = rows.filter(({ kind }) => kind === 'cell');
    const other = { ...cell!, instance: 'other' } as Row;
    writeFileSync(path, `${[cell, long, other].map((row) => JSON.stringify(row)).join('\n')}\n`);
    expect(inOrder(await indexedRows(path))).toEqual(inOrder([cell!, long, other]));
  });
});

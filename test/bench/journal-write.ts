import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../../harness/row.ts';
import type { Bench } from './bench.ts';
import { paired } from './paired.ts';
import { digits } from './print-lines.ts';
import { shipped } from './shipped.ts';
import { syntheticRows } from './synthetic-journal.ts';
import { inTemporaryFolder } from './temporary.ts';

const { appendRows } = await shipped<typeof import('../../harness/journal.ts')>('harness/journal.ts');

/** As in harness/run.ts. */
const rowsPerWrite = 64;

/** Rows put on disk in the batches of a run, against one write of all of them that waits for no disk. */
export const journalWrite: Bench = {
  name: 'journal-write',
  lines: () =>
    inTemporaryFolder(async (folder) => {
      const rows = [...syntheticRows(4_000)];
      const found = await paired(
        () => writeInBatches(join(folder, 'ours.jsonl'), rows),
        () => writeFileSync(join(folder, 'baseline.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join('')),
        { rounds: 15 },
      );
      const note = `baseline: JSON of all of them in one write without fsync; ${digits(rows.length / found.ours)} rows/s`;
      return [{ what: `journal: write ${rows.length} rows`, unit: 'seconds', ...found, note }];
    }),
};

function writeInBatches(path: string, rows: readonly Row[]): void {
  writeFileSync(path, '');
  for (let start = 0; start < rows.length; start += rowsPerWrite)
    appendRows(path, rows.slice(start, start + rowsPerWrite));
}

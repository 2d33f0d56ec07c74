import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { paired } from './paired.ts';
import { digits } from './print-lines.ts';
import { shipped } from './shipped.ts';
import { sumUp } from './sum-up.ts';
import { syntheticRows } from './synthetic-journal.ts';
import { inTemporaryFolder } from './temporary.ts';
import { writeJournal } from './write-journal.ts';

const { standingRows } = await shipped<typeof import('../../harness/journal.ts')>('harness/journal.ts');

const cells = 20_000;

/** A journal read and summed up, each against JSON.parse of every line: no reader of this file can be much faster. */
export const reportTime: Bench = {
  name: 'report-time',
  lines: () =>
    inTemporaryFolder(async (folder) => {
      const journal = join(folder, 'journal.jsonl');
      writeJournal(journal, syntheticRows(cells));
      let entries = 0;
      const reading = await paired(
        () => countRows(journal),
        () => parseLines(journal),
        { rounds: 5, warmUpMs: 0 },
      );
      const whole = await paired(
        async () => {
          entries = (await sumUp(journal, cells)).scores.length;
        },
        () => parseLines(journal),
        { rounds: 3, warmUpMs: 0 },
      );
      return [
        {
          what: `journal: read ${cells} standing rows`,
          unit: 'seconds',
          ...reading,
          note: `baseline: JSON.parse of every line; ${digits(cells / reading.ours)} rows/s`,
        },
        {
          what: `report: sum up ${cells} rows`,
          unit: 'seconds',
          ...whole,
          note: `the same baseline; ${digits(cells / whole.ours)} rows/s into ${entries} entries`,
        },
      ];
    }),
};

async function countRows(journal: string): Promise<number> {
  let count = 0;
  for await (const _ of standingRows(journal)) count++;
  return count;
}

function parseLines(journal: string): number {
  let count = 0;
  for (const line of readFileSync(journal, 'utf8').split('\n')) if (line !== '' && JSON.parse(line) !== null) count++;
  return count;
}

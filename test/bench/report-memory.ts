import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Bench } from './bench.ts';
import { compare } from './comparison.ts';
import { digits } from './print-lines.ts';
import { syntheticRows } from './synthetic-journal.ts';
import { inTemporaryFolder } from './temporary.ts';
import { writeJournal } from './write-journal.ts';

const child = fileURLToPath(new URL('./report-memory-child.ts', import.meta.url));
const [few, many] = [20_000, 60_000];

/** The most memory a report ever holds, at three times the rows of the same methods and tasks. */
export const reportMemory: Bench = {
  name: 'report-memory',
  lines: () =>
    inTemporaryFolder(async (folder) => {
      const [ofFew, ofMany] = await Promise.all([few, many].map((cells) => peakBytes(folder, cells)));
      const growth = digits((ofMany!.peak - ofFew!.peak) / (many - few));
      const before = digits(ofFew!.before / 2 ** 20);
      return [
        {
          what: `report: peak memory, ${many} rows`,
          unit: 'bytes',
          ...compare([ofMany!.peak], [ofFew!.peak]),
          note: `baseline: ${few} rows; ${growth} bytes per row more; ${before} MB before the first row; one run each`,
        },
      ];
    }),
};

async function peakBytes(folder: string, cells: number): Promise<{ before: number; peak: number }> {
  const journal = join(folder, `${cells}.jsonl`);
  writeJournal(journal, syntheticRows(cells));
  const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, child, journal, String(cells)]);
  // The child prints exactly this.
  return JSON.parse(stdout) as { before: number; peak: number };
}

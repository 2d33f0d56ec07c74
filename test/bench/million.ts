/**
 * A report over 10⁵ and 10⁶ rows, each in a process of its own: time beside JSON.parse of every line, with threads and without,
 * and the most memory ever held. `npm run bench:million`; needs 1.5 GB of disk and some minutes.
 */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digits } from './print-lines.ts';
import { syntheticRows } from './synthetic-journal.ts';
import { inTemporaryFolder } from './temporary.ts';
import { writeJournal } from './write-journal.ts';

const child = fileURLToPath(new URL('./million-child.ts', import.meta.url));

type Run = { readonly seconds: number; readonly peakBytes: number };

await inTemporaryFolder(async (folder) => {
  process.stdout.write(
    '| rows | file | JSON.parse of every line | one thread | two threads | rows/s | peak memory |\n',
  );
  process.stdout.write('| --: | --: | --: | --: | --: | --: | --: |\n');
  for (const cells of [100_000, 1_000_000]) {
    const journal = join(folder, `${cells}.jsonl`);
    writeJournal(journal, syntheticRows(cells));
    const [parse, one, two] = ['parse', '0', '2'].map((how): Run => {
      const text = execFileSync(process.execPath, [...process.execArgv, child, journal, String(cells), how], {
        encoding: 'utf8',
      });
      // The child prints exactly this.
      return JSON.parse(text) as Run;
    }) as [Run, Run, Run];
    const inUnits = (run: Run) => `${digits(run.seconds / parse.seconds)} ×`;
    const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;
    process.stdout.write(
      `| ${cells} | ${megabytes(sizeOf(journal))} | ${digits(parse.seconds)} s | ${inUnits(one)} | ${inUnits(two)} | ${digits(cells / two.seconds)} | ${megabytes(one.peakBytes)}, ${megabytes(two.peakBytes)} |\n`,
    );
  }
});

function sizeOf(path: string): number {
  return statSync(path).size;
}

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { shipped } from './shipped.ts';
import { syntheticManifest } from './synthetic-journal.ts';

const { summariseJournal } =
  await shipped<typeof import('../../reports/summarise-journal.ts')>('reports/summarise-journal.ts');

/** A process of its own, because the most memory it ever held cannot be reset: reads one journal and prints time and bytes. */
const [journal, cells, how] = process.argv.slice(2);
const start = performance.now();
if (how === 'parse') {
  let rows = 0;
  for await (const line of createInterface({ input: createReadStream(journal!) })) if (JSON.parse(line)) rows++;
  requireAll(rows);
} else {
  const { counts } = await summariseJournal(journal!, syntheticManifest(), {}, Number(how));
  requireAll(counts.scored);
}
const seconds = (performance.now() - start) / 1000;
process.stdout.write(JSON.stringify({ seconds, peakBytes: 1024 * process.resourceUsage().maxRSS }));

function requireAll(rows: number): void {
  if (rows !== Number(cells)) throw new Error(`${rows} rows were read of ${cells}`);
}

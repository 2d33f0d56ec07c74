import { shipped } from './shipped.ts';
import { syntheticManifest } from './synthetic-journal.ts';

const { standingRows } = await shipped<typeof import('../../harness/journal.ts')>('harness/journal.ts');
const { summarise } = await shipped<typeof import('../../reports/summarise.ts')>('reports/summarise.ts');

/** A process of its own, because the most memory it ever held cannot be reset: sums up one journal and prints bytes. */
const journal = process.argv[2]!;
const before = peakBytes();
await summarise(standingRows(journal), syntheticManifest());
process.stdout.write(JSON.stringify({ before, peak: peakBytes() }));

function peakBytes(): number {
  return 1024 * process.resourceUsage().maxRSS;
}

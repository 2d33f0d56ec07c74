import type { Summary } from '../../reports/summary.ts';
import { shipped } from './shipped.ts';
import { syntheticManifest } from './synthetic-journal.ts';

const { standingRows } = await shipped<typeof import('../../harness/journal.ts')>('harness/journal.ts');
const { summarise } = await shipped<typeof import('../../reports/summarise.ts')>('reports/summarise.ts');

/** The summary of a synthetic journal. @throws Error where it leaves rows out: that is fast and says nothing */
export async function sumUp(journal: string, cells: number): Promise<Summary> {
  const summary = await summarise(standingRows(journal), syntheticManifest());
  const { scored } = summary.counts;
  if (scored !== cells) throw new Error(`the summary of ${cells} scored rows counts ${scored}`);
  return summary;
}

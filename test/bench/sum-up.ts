import type { Summary } from '../../reports/summary.ts';
import { shipped } from './shipped.ts';
import { syntheticManifest } from './synthetic-journal.ts';

const { summariseJournal } =
  await shipped<typeof import('../../reports/summarise-journal.ts')>('reports/summarise-journal.ts');

/** The summary of a synthetic journal. @throws Error where it leaves rows out: that is fast and says nothing */
export async function sumUp(journal: string, cells: number): Promise<Summary> {
  const summary = await summariseJournal(journal, syntheticManifest());
  const { scored } = summary.counts;
  if (scored !== cells) throw new Error(`the summary of ${cells} scored rows counts ${scored}`);
  return summary;
}

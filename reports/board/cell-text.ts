import type { CellRow } from '../../harness/row.ts';

/** A cell as it stands in a sentence: `relay 0/relay-3 at budget 64, seed 0`. */
export function cellText({
  task,
  instance,
  budget,
  seed,
}: Pick<CellRow, 'task' | 'instance' | 'budget' | 'seed'>): string {
  return `${task} ${instance} at ${budget === null ? 'no limit' : `budget ${budget}`}, seed ${seed}`;
}

import { CreditbenchError } from '../../harness/errors.ts';
import { type CellRow, cellKey } from '../../harness/row.ts';
import type { About } from './about.ts';
import { canonicalJson } from './canonical-json.ts';
import { type Place, type Recomputed, recompute } from './recompute.ts';
import { refuseForged } from './recompute-row.ts';

export type Rescored = Recomputed & { /** Cells that are not what they were. */ readonly changed: number };

/**
 * The rows of a submission as today's tasks and metrics have them. What was recomputed before may move; what was only claimed
 * until now must hold, and where it does not the reason is returned.
 */
export function rescore(
  before: readonly CellRow[],
  places: Iterable<Place>,
  { method, claimed }: Pick<About, 'method' | 'claimed'>,
): Rescored | { readonly refused: string } {
  const given = new Map(before.map((row) => [cellKey(row), row]));
  try {
    const made = recompute(given, places, method.name, (row, remade) => {
      if (row.task in claimed) refuseForged(row, remade);
    });
    const isSame = (row: CellRow) => canonicalJson(row) === canonicalJson(given.get(cellKey(row)) ?? null);
    return { ...made, changed: made.rows.filter((row) => !isSame(row)).length };
  } catch (error) {
    if (error instanceof CreditbenchError) return { refused: error.message };
    throw error;
  }
}

import { CreditbenchError } from '../../harness/errors.ts';
import type { Cell } from '../../harness/plan.ts';
import { type CellRow, cellKey } from '../../harness/row.ts';
import { cellText } from './cell-text.ts';
import { refuseForged, remakeAsClaimed, remakeRow } from './recompute-row.ts';
import type { SubmittedRows } from './submitted-rows.ts';

/** A cell before it is anybody's: the instance is regenerated, the method is left open. */
export type Place = Omit<Cell, 'method'>;

export type Recomputed = {
  /** In the order of the suite. */
  readonly rows: readonly CellRow[];
  /** Tasks whose truth cannot be regenerated here, and how many cells stay as claimed. */
  readonly claimed: Readonly<Record<string, number>>;
};

/**
 * Every row of a submission with truth and metrics recomputed, exactly one for each place of the board.
 * @param compare holds what was claimed against what was found @throws CreditbenchError `refused` naming the first cell that is
 * missing, edited or not of the board
 */
export function recompute(
  given: SubmittedRows,
  places: Iterable<Place>,
  method: string,
  compare: (claimed: CellRow, remade: CellRow) => void = refuseForged,
): Recomputed {
  const compared = (row: CellRow, remade: CellRow) => {
    compare(row, remade);
    return remade;
  };
  const rest = new Map(given);
  const rows: CellRow[] = [];
  const away = new Map<string, Place[]>();
  const missing: string[] = [];
  for (const place of places) {
    const { task, instance } = place;
    if ('status' in instance) {
      away.set(task.task.id, [...(away.get(task.task.id) ?? []), place]);
      continue;
    }
    const identity = identityOf(place, method);
    const row = rest.get(cellKey(identity));
    if (row === undefined) missing.push(cellText(identity));
    else rows.push(compared(row, remakeRow(row, instance)));
    rest.delete(cellKey(identity));
  }
  if (missing.length > 0) throw refused(`${cells(missing.length)} missing, the first is ${missing[0]}`);
  const claimed: Record<string, number> = {};
  for (const [task, of] of away) {
    const found = claimedRows(
      [...rest].filter(([, row]) => row.task === task).map(([, row]) => row),
      of,
    );
    const answered = found.filter(({ instance }) => instance !== '*').length;
    // That the task was not there for the submitter either is no claim.
    if (answered > 0) claimed[task] = answered;
    rows.push(...found.map((row) => compared(row, remakeAsClaimed(row))));
    for (const [key, row] of rest) if (row.task === task) rest.delete(key);
  }
  const [stray] = rest.values();
  if (stray !== undefined)
    throw refused(`${cells(rest.size)} not of the board's suite, the first is ${cellText(stray)}`);
  return { rows, claimed };
}

/** Rows of a task that is not here: the same instances under each budget and seed. That the task was not there either counts only alone. */
function claimedRows(rows: readonly CellRow[], places: readonly Place[]): readonly CellRow[] {
  const real = rows.filter(({ instance }) => instance !== '*');
  const used = real.length > 0 ? real : rows;
  const namesAt = (at: Pick<CellRow, 'budget' | 'seed'>) =>
    used
      .filter(({ budget, seed }) => budget === at.budget && seed === at.seed)
      .map(({ instance }) => instance)
      .toSorted()
      .join('\n');
  const [first] = places;
  for (const place of places) {
    const names = namesAt(place);
    const { task } = place.task;
    if (names === '' || (task.fixed === true && names !== namesAt(first!)))
      throw refused(`cells of ${task.id} are missing at budget ${place.budget ?? 'without limit'}, seed ${place.seed}`);
  }
  return used;
}

function identityOf({ task, name, budget, seed }: Place, method: string) {
  return { method, task: task.task.id, version: task.task.version, instance: name, budget, seed };
}

function cells(count: number): string {
  return count === 1 ? '1 cell is' : `${count} cells are`;
}

function refused(message: string): CreditbenchError {
  return new CreditbenchError('refused', message);
}

import { type CellRow, cellKey } from '../../harness/row.ts';
import { canonicalJson } from './canonical-json.ts';
import { cellText } from './cell-text.ts';
import { firstDifference } from './first-difference.ts';

export type Comparison = {
  readonly compared: number;
  readonly different: number;
  /** Of the different ones, how many are equal to 12 digits. */
  readonly rounding: number;
  /** The first difference, as one sentence; null where there is none. */
  readonly first: string | null;
};

/** Rows that were run again against the rows of a submission, bit for bit: status, reason, outcome, credit and what was spent. */
export function compareRows(stored: readonly CellRow[], again: readonly CellRow[]): Comparison {
  const known = new Map(stored.map((row) => [cellKey(row), row]));
  let [different, rounding] = [0, 0];
  let first: string | null = null;
  for (const row of again) {
    const before = known.get(cellKey(row));
    const [claimed, found] = [answerOf(before), answerOf(row)];
    if (canonicalJson(claimed) === canonicalJson(found)) continue;
    different++;
    const difference = firstDifference(claimed, found, 'row');
    if (difference === undefined) rounding++;
    first ??= `${cellText(row)}: ${
      difference === undefined
        ? 'differs in the last bits'
        : `${difference.path.replace('row.', '')} is ${JSON.stringify(difference.claimed)} in the submission; run again it is ${JSON.stringify(difference.found)}`
    }`;
  }
  return { compared: again.length, different, rounding, first };
}

/** What of a row a second run must give again. `JSON` of a number has all its bits. */
function answerOf(row: CellRow | undefined): unknown {
  if (row === undefined) return null;
  if (row.status !== 'scored') return { status: row.status, reason: row.reason };
  const { status, outcome, credit, spent } = row;
  return { status, outcome, credit, spent };
}

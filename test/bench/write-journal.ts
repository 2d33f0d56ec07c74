import { closeSync, openSync, writeSync } from 'node:fs';
import type { Row } from '../../harness/row.ts';

/** A whole journal at once, row by row, so that a long one is never held. */
export function writeJournal(path: string, rows: Iterable<Row>): void {
  const file = openSync(path, 'w');
  try {
    for (const row of rows) writeSync(file, `${JSON.stringify(row)}\n`);
  } finally {
    closeSync(file);
  }
}

import { CreditbenchError } from '../../harness/errors.ts';
import { parseWith } from '../../harness/files.ts';
import { type CellRow, cellKey, codeOf, type Row, rowSchemaFor } from '../../harness/row.ts';
import type { BoardFile } from './board-file.ts';
import { cellText } from './cell-text.ts';
import { linesWithin, parseLimited } from './read-limited.ts';
import type { SubmissionFolder } from './submission-folder.ts';

/** The cells of the submitted method by their keys. */
export type SubmittedRows = Map<string, CellRow>;

/**
 * Reads a submission's journal. Rows of the run's other methods and its laws are left out; every cell must be of the board's
 * suite, and none may be there twice. @throws CreditbenchError `refused`, `bad-file` naming the line
 */
export async function submittedRows(submission: SubmissionFolder, board: BoardFile): Promise<SubmittedRows> {
  const { card, manifest, journal } = submission;
  const codes = new Map(manifest.suite.methods.map(({ name, code }) => [name, code]));
  const rows: SubmittedRows = new Map();
  for await (const { text, number } of linesWithin(journal, 'journal.jsonl', board.limits)) {
    const where = `journal.jsonl: line ${number}`;
    const value = parseLimited(text, where, board.limits.depth);
    if (typeof value !== 'object' || value === null) throw refused(`${where}: is no row`);
    const row: Row = parseWith(rowSchemaFor(value), value, where);
    if (row.kind !== 'cell') continue;
    const fault = faultOf(row, codes, board);
    if (fault !== undefined) throw refused(`${where}: ${fault}`);
    if (row.method !== card.method) continue;
    const key = cellKey(row);
    if (rows.has(key))
      throw refused(`${where}: ${cellText(row)} is there twice; a submission is one run into a new folder`);
    rows.set(key, row);
  }
  return rows;
}

/** Why a row is not of the board's suite. */
function faultOf(
  { method, task, version, budget, seed, code }: CellRow,
  codes: ReadonlyMap<string, string>,
  { suite }: BoardFile,
): string | undefined {
  const known = suite.tasks.find(({ id }) => id === task);
  const methodCode = codes.get(method);
  if (methodCode === undefined) return `method "${method}" is not in the submission's manifest`;
  if (known === undefined) return `task "${task}" is not on the board`;
  if (version !== known.version) return `task "${task}" in version ${version}; the board has version ${known.version}`;
  if (!suite.budgets.includes(budget))
    return `budget ${budget ?? 'without limit'}; the board has ${suite.budgets.map((one) => one ?? 'no limit').join(', ')}`;
  if (seed >= suite.seeds) return `seed ${seed}; the board has the seeds 0 to ${suite.seeds - 1}`;
  const expected = codeOf({ code: methodCode }, known);
  return code === expected ? undefined : `code "${code}"; method and task are "${expected}"`;
}

function refused(message: string): CreditbenchError {
  return new CreditbenchError('refused', message);
}

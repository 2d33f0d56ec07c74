import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { boardCommand } from '../../../harness/cli/board.ts';
import type { CellRow } from '../../../harness/row.ts';
import { score } from '../../../harness/score.ts';
import type { Suite } from '../../../harness/suite.ts';
import type { Card } from '../../../reports/board/card.ts';
import { commandHere } from '../../cli/command-here.ts';
import { run } from '../../harness/run-in.ts';
import { exampleCard } from './example-card.ts';

/** A suite of 8 cells per method: a game and a team. */
export const smallSuite = {
  methods: [],
  tasks: ['additive', 'relay'],
  budgets: [16, 64],
  seeds: 1,
  instances: 2,
  laws: 0,
} satisfies Suite;

/** `creditbench board …` in a folder, in this process; an error is thrown. */
export const boardHere = (cwd: string, ...args: string[]) => commandHere(boardCommand, cwd, ...args);

/** Makes a new board `b` of the small suite in a folder. */
export async function boardIn(cwd: string, suite: Partial<Suite> = {}, ...flags: string[]): Promise<void> {
  writeFileSync(join(cwd, 'suite.mjs'), `export default ${JSON.stringify({ ...smallSuite, ...suite })};`);
  await boardHere(cwd, 'init', 'b', '--suite', './suite.mjs', ...flags);
}

/** A sound submission of the small suite in a folder of its own. */
export async function submissionIn(
  cwd: string,
  name: string,
  card: Partial<Card> = {},
  suite: Partial<Suite> = {},
): Promise<string> {
  const whole = { ...exampleCard, ...card };
  const methods = [suite.methods?.[0] ?? whole.method];
  await run(join(cwd, name), { ...smallSuite, ...suite, methods });
  writeFileSync(join(cwd, name, 'card.json'), JSON.stringify(whole));
  return name;
}

export const rowsOfJournal = (folder: string): CellRow[] =>
  readFileSync(join(folder, 'journal.jsonl'), 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

/** Rewrites a submission's journal: each cell of its method becomes what `edit` makes of it. */
export function editRows(
  folder: string,
  edit: (row: CellRow, index: number) => readonly unknown[],
  method = exampleCard.method,
): void {
  let index = 0;
  const rows = rowsOfJournal(folder).flatMap((row) => (row.method === method ? edit(row, index++) : [row]));
  writeFileSync(join(folder, 'journal.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

/** Rewrites a submission's manifest. */
export function editManifest(folder: string, edit: (manifest: Record<string, never>) => unknown): void {
  const path = join(folder, 'manifest.json');
  writeFileSync(path, JSON.stringify(edit(JSON.parse(readFileSync(path, 'utf8')))));
}

/** A row whose credit is replaced by the truth, with the metrics that this credit has: what a forger with patience writes. */
export function forgedConsistently(row: CellRow): CellRow {
  if (row.status !== 'scored' || row.truth.shapley === undefined) return row;
  const { shapley, banzhaf, removal, realised } = row.truth;
  const typed = Object.fromEntries(
    Object.entries({ shapley, banzhaf, removal, realised }).flatMap(([estimand, values]) =>
      values === undefined ? [] : [[estimand, Float64Array.from(values)]],
    ),
  );
  const scores = score({ agents: Float64Array.from(shapley) }, typed, { messages: [] });
  return { ...row, credit: { agents: [...shapley] }, scores };
}

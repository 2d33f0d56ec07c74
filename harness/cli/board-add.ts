import { Command } from 'commander';
import type { About } from '../../reports/board/about.ts';
import { readBoard } from '../../reports/board/board-file.ts';
import { appendEntry, readLedger } from '../../reports/board/ledger.ts';
import type { Entry, Level } from '../../reports/board/ledger-entry.ts';
import { recompute } from '../../reports/board/recompute.ts';
import { digestsOf, storeNew } from '../../reports/board/store.ts';
import { submissionId, textsOfSubmission } from '../../reports/board/submission.ts';
import { openSubmission } from '../../reports/board/submission-folder.ts';
import { submissionStates } from '../../reports/board/submission-state.ts';
import { submittedRows } from '../../reports/board/submitted-rows.ts';
import { plural } from '../../reports/number-text.ts';
import { CreditbenchError } from '../errors.ts';
import { takeFolder } from '../folder.ts';
import type { CellRow } from '../row.ts';
import { submittedMethod } from './board-method.ts';
import { placesOf, suiteOfBoard } from './board-suite.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { print, printJson } from './output.ts';

type Flags = { board: string; json?: true };

export function boardAddCommand(end: (code: ExitCode) => void): Command {
  return new Command('add')
    .description('a submission, after every metric was recomputed from its raw credit and regenerated truth')
    .argument('<submission>', 'a folder with manifest.json, journal.jsonl and card.json')
    .requiredOption('--board <dir>', 'the folder of the board')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  npx creditbench board add their-submission --board my-board\n')
    .action(async (submission: string, flags: Flags) => end(await add(submission, flags)));
}

async function add(path: string, { board: folder, json }: Flags): Promise<ExitCode> {
  const board = readBoard(folder);
  const release = takeFolder(folder);
  try {
    const ledger = readLedger(folder);
    const suite = await suiteOfBoard(board);
    const submission = openSubmission(path, board.limits);
    const method = await submittedMethod(submission, board);
    const { card, manifest } = submission;
    const given = await submittedRows(submission, board);
    const { rows, claimed } = recompute(given, placesOf(suite), method.name);
    const id = submissionId(method.name, rows);
    refuseKnown(id, ledger);

    const { versions, node, os, cpu } = manifest;
    const about: About = { method, versions, node, os, cpu, cells: countsOf(rows), claimed };
    const texts = textsOfSubmission(card, about, rows);
    storeNew(folder, id, texts);
    const level: Level = Object.keys(claimed).length === 0 ? 'recomputed' : 'claimed';
    appendEntry(folder, {
      time: new Date().toISOString(),
      action: 'added',
      submission: id,
      level,
      why: reasonFor(rows.length, claimed),
      digest: digestsOf(texts),
      verification: null,
    });
    if (json) printJson({ submission: id, level, method: method.name, cells: about.cells, claimed });
    else print(`${id}: ${method.name} is on the board, ${level}; ${reasonFor(rows.length, claimed)}`);
    return exitCode.done;
  } finally {
    release();
  }
}

/** What the ledger says of what was and was not recomputed. */
export function reasonFor(cells: number, claimed: About['claimed']): string {
  const away = Object.entries(claimed).map(([task, count]) => `${count} of ${task}`);
  if (away.length === 0) return `every metric of ${plural(cells, 'cell')} recomputed`;
  return `metrics of ${plural(cells, 'cell')} recomputed, but not the truth of these, which is not here: ${away.join(', ')}`;
}

export function countsOf(rows: readonly CellRow[]): About['cells'] {
  const count = (status: CellRow['status']) => rows.filter((row) => row.status === status).length;
  return { scored: count('scored'), skipped: count('skipped'), failed: count('failed') };
}

function refuseKnown(id: string, ledger: readonly Entry[]): void {
  const known = submissionStates(ledger).find((state) => state.id === id);
  if (known === undefined) return;
  const what = known.removed === null ? 'are on the board already' : `were removed: ${known.removed}`;
  throw new CreditbenchError('refused', `these credits ${what}; they are submission ${id}, added ${known.added}`);
}

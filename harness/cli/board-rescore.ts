import { resolve } from 'node:path';
import { Command } from 'commander';
import { readBoard } from '../../reports/board/board-file.ts';
import { appendEntry, readLedger } from '../../reports/board/ledger.ts';
import type { Level } from '../../reports/board/ledger-entry.ts';
import { rescore } from '../../reports/board/rescore.ts';
import { storeBeside } from '../../reports/board/store.ts';
import { readSubmission, textsOfResults } from '../../reports/board/submission.ts';
import { type SubmissionState, submissionStates } from '../../reports/board/submission-state.ts';
import { takeFolder } from '../folder.ts';
import { packageVersion } from '../package.ts';
import type { ResolvedSuite } from '../plan.ts';
import { countsOf } from './board-add.ts';
import { placesOf, suiteOfBoard } from './board-suite.ts';
import { type ExitCode, exitCode } from './exit.ts';
import { print, printJson } from './output.ts';

type Flags = { board: string; why?: string; data?: string; json?: true };
type Rescored = {
  readonly submission: string;
  readonly changed: number;
  readonly level: Level;
  /** Why it stays as it is; null where it does not. */
  readonly refused: string | null;
};

export function boardRescoreCommand(end: (code: ExitCode) => void): Command {
  return new Command('rescore')
    .description('recomputes every metric of every standing submission from its raw credit, with what is installed now')
    .requiredOption('--board <dir>', 'the folder of the board')
    .option('--why <text>', 'the reason, for everybody to read (default: the release that does it)')
    .option('--data <dir>', 'published data (or CREDITBENCH_DATA)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  npx creditbench board rescore --board my-board --data published\n')
    .action(async (flags: Flags) => end(await rescoreAll(flags)));
}

async function rescoreAll({ board: folder, why, data, json }: Flags): Promise<ExitCode> {
  if (data !== undefined) process.env['CREDITBENCH_DATA'] = resolve(data);
  const board = readBoard(folder);
  const release = takeFolder(folder);
  try {
    const suite = await suiteOfBoard(board);
    const states = submissionStates(readLedger(folder)).filter(({ removed }) => removed === null);
    const results = states.map((state) => rescoreOne(folder, suite, state, why));
    if (json) printJson({ rescored: results });
    else
      for (const { submission, changed, level, refused } of results)
        print(
          `${submission}: ${refused ?? (changed === 0 ? 'nothing changed' : `${changed} cells changed`)}; ${level}`,
        );
    return results.some(({ refused }) => refused !== null) ? exitCode.regression : exitCode.done;
  } finally {
    release();
  }
}

/** A submission that comes out as it was leaves no entry. */
function rescoreOne(
  folder: string,
  suite: ResolvedSuite,
  state: SubmissionState,
  why = `rescored by creditbench ${packageVersion}`,
): Rescored {
  const { rows: before, about } = readSubmission(folder, state);
  const outcome = rescore(before, placesOf(suite), about);
  if ('refused' in outcome) return { submission: state.id, changed: 0, level: state.level, refused: outcome.refused };
  const { rows, claimed, changed } = outcome;
  const level: Level = state.level === 'claimed' && Object.keys(claimed).length === 0 ? 'recomputed' : state.level;
  const result = { submission: state.id, changed, level, refused: null };
  if (changed === 0 && level === state.level) return result;
  const texts = textsOfResults({ ...about, cells: countsOf(rows), claimed }, rows);
  const digest = storeBeside(folder, state.id, state.digest, texts);
  const time = new Date().toISOString();
  appendEntry(folder, {
    time,
    action: 'rescored',
    submission: state.id,
    level,
    why: `${why}; ${changed} of ${rows.length} cells changed`,
    digest,
    verification: null,
  });
  return result;
}

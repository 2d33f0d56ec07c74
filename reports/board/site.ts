import { readText } from '../../harness/files.ts';
import type { CellRow } from '../../harness/row.ts';
import { summarise } from '../summarise.ts';
import type { Summary } from '../summary.ts';
import { type BoardFile, boardFiles, readBoard } from './board-file.ts';
import { boardManifest } from './board-manifest.ts';
import { authorKey } from './card.ts';
import { readLedger } from './ledger.ts';
import type { Entry } from './ledger-entry.ts';
import { cellRowsIn } from './store.ts';
import { readFacts, readSubmission, type Submission } from './submission.ts';
import { type SubmissionState, submissionStates } from './submission-state.ts';

/** A submission as the site shows it. */
export type Listed = Omit<Submission, 'rows'> & {
  /** How many submissions its authors ever made to this board, this one and removed ones included. */
  readonly ofAuthors: number;
};

/** Everything a site says of one board. In the summary a submission's id stands for its method. */
export type Site = {
  readonly board: BoardFile;
  readonly ledger: readonly Entry[];
  /** Every submission that was ever added; the removed ones say why. */
  readonly listed: readonly Listed[];
  readonly summary: Summary;
};

/** @throws CreditbenchError `bad-file` where a stored file is not what the ledger says */
export async function readSite(folder: string): Promise<Site> {
  const board = readBoard(folder);
  const ledger = readLedger(folder);
  const states = submissionStates(ledger);
  const facts = states.map((state) => ({ state, ...readFacts(folder, state) }));
  const standing = facts.filter(({ state }) => state.removed === null);
  const methods = standing.map(({ state, about, card }) => ({ ...about.method, name: state.id, title: card.title }));
  const secrets = new Map<string, Submission['secret']>();
  const manifest = boardManifest(board, [...methods, ...board.suite.controls]);
  const summary = await summarise(
    rowsOf(
      folder,
      standing.map(({ state }) => state),
      secrets,
    ),
    manifest,
  );
  const listed = facts.map((one) => ({
    ...one,
    secret: secrets.get(one.state.id) ?? null,
    ofAuthors: sharing(one, facts),
  }));
  return { board, ledger, listed, summary };
}

/** The rows of the controls, then of one submission after the other, each named by its submission. */
async function* rowsOf(
  folder: string,
  states: readonly SubmissionState[],
  secrets: Map<string, Submission['secret']>,
): AsyncGenerator<CellRow> {
  yield* cellRowsIn(readText(boardFiles(folder).controls), 'controls.jsonl');
  for (const state of states) {
    const { rows, secret } = readSubmission(folder, state);
    secrets.set(state.id, secret);
    for (const row of rows) yield { ...row, method: state.id };
  }
}

/** Submissions that have an author in common with this one. */
function sharing({ card }: Pick<Listed, 'card'>, all: readonly Pick<Listed, 'card'>[]): number {
  const mine = new Set(card.authors.map(authorKey));
  return all.filter((other) => other.card.authors.some((author) => mine.has(authorKey(author)))).length;
}

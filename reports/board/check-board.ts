import { CreditbenchError } from '../../harness/errors.ts';
import { readText } from '../../harness/files.ts';
import { boardFiles, readBoard } from './board-file.ts';
import { sha256 } from './canonical-json.ts';
import { readLedger } from './ledger.ts';
import type { Entry } from './ledger-entry.ts';
import { storedText, strayFolders } from './store.ts';
import { type SubmissionState, submissionStates } from './submission-state.ts';

export type CheckedBoard = {
  /** 0 where the chain is broken, for then no entry is known to be what was written. */
  readonly entries: number;
  /** Hash of the last entry: whoever keeps it can tell later that no entry before it was changed; null where the chain is broken. */
  readonly head: string | null;
  readonly submissions: number;
  /** What does not hold, one sentence each; empty for a sound board. */
  readonly faults: readonly string[];
  /** Leavings of commands that were killed; they count for nothing. */
  readonly leavings: readonly string[];
};

/** Holds a board's files against its ledger. @param known the hash of an entry that somebody kept @throws CreditbenchError where the folder is no board */
export function checkBoard(folder: string, known?: string): CheckedBoard {
  readBoard(folder);
  const ledger: Entry[] = [];
  const broken = attempt(() => ledger.push(...readLedger(folder)));
  if (broken.length > 0) return { entries: 0, head: null, submissions: 0, faults: broken, leavings: [] };
  const states = submissionStates(ledger);
  const faults = [...faultsOfBoard(folder, ledger[0]!), ...states.flatMap((state) => faultsOf(folder, state))];
  if (known !== undefined && !ledger.some(({ hash }) => hash === known))
    faults.push(`ledger.jsonl: no entry has the hash ${known}; the ledger was made anew since it was published`);
  return {
    entries: ledger.length,
    head: ledger.at(-1)!.hash,
    submissions: states.filter(({ removed }) => removed === null).length,
    faults,
    leavings: strayFolders(folder, new Set(states.map(({ id }) => id))),
  };
}

function faultsOfBoard(folder: string, { digest }: Entry): string[] {
  const { board, controls } = boardFiles(folder);
  const paths: Record<string, string> = { 'board.json': board, 'controls.jsonl': controls };
  return Object.entries(digest).flatMap(([name, expected]) => {
    const path = paths[name];
    if (path === undefined)
      return [`ledger.jsonl: entry 0: names the file ${name}; expected board.json, controls.jsonl`];
    return attempt(() => {
      if (sha256(readText(path)) !== expected)
        throw new CreditbenchError('bad-file', `${name}: was changed after the board was made`);
    });
  });
}

function faultsOf(folder: string, { id, digest }: SubmissionState): string[] {
  return Object.keys(digest).flatMap((name) => attempt(() => storedText(folder, id, name, digest)));
}

function attempt(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof CreditbenchError) return [error.message];
    throw error;
  }
}

import { CreditbenchError } from '../../harness/errors.ts';
import type { Entry, Level, Verification } from './ledger-entry.ts';

/** What a ledger says of one submission now. */
export type SubmissionState = {
  readonly id: string;
  readonly level: Level;
  /** The latest comparison that could contradict it did: cells came out different when they were run again. */
  readonly isContradicted: boolean;
  readonly digest: Entry['digest'];
  readonly added: string;
  /** Why it was taken off the board; null while it stands. */
  readonly removed: string | null;
  readonly entries: readonly Entry[];
};

/** Every submission that was ever added, in the order added. */
export function submissionStates(ledger: readonly Entry[]): SubmissionState[] {
  const states = new Map<string, SubmissionState>();
  for (const entry of ledger) {
    const { submission: id, action, time, level, digest, why } = entry;
    if (id === null || level === null) continue;
    const before = states.get(id);
    states.set(id, {
      id,
      level,
      isContradicted: contradicts(entry.verification, before?.isContradicted ?? false),
      digest,
      added: before?.added ?? time,
      removed: action === 'removed' ? why : (before?.removed ?? null),
      entries: [...(before?.entries ?? []), entry],
    });
  }
  return [...states.values()];
}

/** Cells that differed stay in doubt until all cells were run again without a difference. */
function contradicts(verification: Verification | null, before: boolean): boolean {
  if (verification === null || verification.scope === 'secret') return before;
  if (verification.different > 0) return true;
  return before && !(verification.scope === 'all' && verification.stopped === null);
}

/** @throws CreditbenchError `bad-usage` where no submission of this name stands on the board */
export function standingState(states: readonly SubmissionState[], id: string): SubmissionState {
  const state = states.find((one) => one.id === id);
  if (state === undefined)
    throw new CreditbenchError(
      'bad-usage',
      `no submission ${JSON.stringify(id)}; submissions are ${states.map((one) => one.id).join(', ') || 'none yet'}`,
    );
  if (state.removed !== null) throw new CreditbenchError('bad-usage', `submission ${id} was removed: ${state.removed}`);
  return state;
}

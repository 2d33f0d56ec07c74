import { appendEntry, readLedger } from '../../reports/board/ledger.ts';
import type { EntryDraft } from '../../reports/board/ledger-entry.ts';
import { namedByContent, storeBeside } from '../../reports/board/store.ts';
import { standingState, submissionStates } from '../../reports/board/submission-state.ts';
import { CreditbenchError } from '../errors.ts';
import { takeFolder } from '../folder.ts';
import type { VerifyTask } from './board-verify-task.ts';

type Finding = Pick<EntryDraft, 'level' | 'why' | 'verification'>;

/** Writes down what a verification found, if the submission is still what was verified. @param secret the text of its secret scores */
export function recordVerification({ folder, submission }: VerifyTask, finding: Finding, secret?: string): void {
  const release = takeFolder(folder);
  try {
    const { id } = submission.state;
    const now = standingState(submissionStates(readLedger(folder)), id);
    if (JSON.stringify(now.digest) !== JSON.stringify(submission.state.digest))
      throw new CreditbenchError('refused', `submission ${id} was changed while it was verified; verify it again`);
    const digest =
      secret === undefined
        ? now.digest
        : storeBeside(folder, id, now.digest, { [namedByContent('secret', 'json', secret)]: secret });
    const time = new Date().toISOString();
    appendEntry(folder, { ...finding, time, action: 'verified', submission: id, digest });
  } finally {
    release();
  }
}

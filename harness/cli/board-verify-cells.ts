import { randomBytes } from 'node:crypto';
import { compareRows } from '../../reports/board/compare-rows.ts';
import { drawSample } from '../../reports/board/draw-sample.ts';
import { type Level, levels, type Verification } from '../../reports/board/ledger-entry.ts';
import { plural } from '../../reports/number-text.ts';
import { randomOf } from '../random.ts';
import { cellKey } from '../row.ts';
import { runInChild } from './board-child.ts';
import { recordVerification } from './board-record.ts';
import { jobOf, type VerifyTask, whyNot } from './board-verify-task.ts';

/** What became of one submission. */
export type Verified = {
  readonly submission: string;
  readonly verdict: 'same' | 'different' | 'not measured';
  readonly level: Level;
  readonly verification: Verification | null;
  readonly text: string;
};

/** Runs a fresh sample of a submission's cells again, or all of them, and writes down what came of it. @param size null: all */
export async function verifyCells(task: VerifyTask, size: number | null): Promise<Verified> {
  const { submission, limits } = task;
  const { id, level, isContradicted } = submission.state;
  const why = whyNot(task);
  if (why !== undefined) return { submission: id, verdict: 'not measured', level, verification: null, text: why };
  // Cells of a task that was not there are no answers of the method.
  const keys = submission.rows.filter(({ instance }) => instance !== '*').map(cellKey);
  const isAll = size === null || size >= keys.length;
  const draw = isAll ? null : randomBytes(16).toString('hex');
  const sample = draw === null ? keys : drawSample(keys, size!, sampleStream(draw, id));
  const { rows, stopped } = await runInChild(jobOf(task, sample), limits);
  const { first, ...counts } = compareRows(submission.rows, rows);
  const verification: Verification = {
    scope: isAll ? 'all' : 'sample',
    draw,
    ...counts,
    of: keys.length,
    stopped,
    node: process.version,
    v8: process.versions.v8,
  };
  const reached = levelAfter(verification, level, isContradicted);
  const text = textOf(verification, first);
  recordVerification(task, { level: reached, why: text, verification });
  const verdict = counts.different > 0 ? 'different' : stopped === null ? 'same' : 'not measured';
  return { submission: id, verdict, level: reached, verification, text: `${text}; now ${reached}` };
}

/** The stream of a sample, for whoever wants to draw it again from the ledger. */
export function sampleStream(draw: string, id: string) {
  return randomOf('board verify', draw, id);
}

function levelAfter({ scope, different, stopped }: Verification, before: Level, isContradicted: boolean): Level {
  if (different > 0) return 'recomputed';
  if (stopped !== null) return before;
  if (scope === 'all') return 'reproduced';
  if (isContradicted) return before;
  return levels.indexOf(before) > levels.indexOf('spot-reproduced') ? before : 'spot-reproduced';
}

function textOf({ compared, of, different, rounding, stopped }: Verification, first: string | null): string {
  const ended = stopped === null ? '' : `; stopped: ${stopped}`;
  if (different === 0) return `${compared} of ${plural(of, 'cell')} run again, none different${ended}`;
  const bits = rounding === 0 ? '' : ` (${rounding} of them equal to 12 digits: another engine?)`;
  return `not reproduced: ${different} of ${plural(compared, 'cell')} run again are different${bits}; ${first}${ended}`;
}

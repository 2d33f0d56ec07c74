import { boardManifest } from '../../reports/board/board-manifest.ts';
import type { Verification } from '../../reports/board/ledger-entry.ts';
import { type SecretScores, secretScores } from '../../reports/board/secret-scores.ts';
import { runInChild } from './board-child.ts';
import { recordVerification } from './board-record.ts';
import type { Verified } from './board-verify-cells.ts';
import { jobOf, type VerifyTask, whyNot } from './board-verify-task.ts';
import { catalogs } from './catalogs.ts';

/** Runs a submission's method on instances of the secret salt and keeps its scores, and nothing else of it: no row, no reason. */
export async function verifySecretly(task: VerifyTask, salt: string): Promise<Verified> {
  const { board, submission, limits } = task;
  const { id, level } = submission.state;
  const refused = (text: string): Verified => ({
    submission: id,
    verdict: 'not measured',
    level,
    verification: null,
    text,
  });
  const why = whyNot(task);
  if (why !== undefined) return refused(why);
  const drawing = drawingTasks(board.suite.tasks.map(({ id: taskId }) => taskId));
  if (drawing.length === 0) return refused('no task of the board draws instances; the salt changes nothing');
  const { rows, stopped } = await runInChild(jobOf(task, null, salt, drawing), limits);
  if (stopped !== null) return refused(`on secret instances: stopped: ${stopped}`);

  const suite = { ...board.suite, tasks: board.suite.tasks.filter((one) => drawing.includes(one.id)) };
  const manifest = boardManifest({ ...board, suite }, [submission.about.method]);
  const open = submission.rows.filter((row) => drawing.includes(row.task));
  const scores = await secretScores(open, rows, manifest);
  const verification: Verification = {
    scope: 'secret',
    draw: null,
    compared: 0,
    of: rows.length,
    different: 0,
    rounding: 0,
    stopped: null,
    node: process.version,
    v8: process.versions.v8,
  };
  const text = `scored on ${rows.length} cells of secret instances`;
  recordVerification(task, { level, why: text, verification }, `${JSON.stringify(scores, undefined, 2)}\n`);
  return { submission: id, verdict: 'same', level, verification, text: [text, ...tableTexts(scores)].join('; ') };
}

/** The tasks whose instances depend on the salt. */
function drawingTasks(ids: readonly string[]): string[] {
  const isFixed = new Map(catalogs.tasks.map(({ id, fixed }) => [id, fixed === true]));
  return ids.filter((id) => isFixed.get(id) === false);
}

function tableTexts({ tables }: SecretScores): string[] {
  return tables.map(({ board, estimand, budget, headline, open, secret }) => {
    const at = budget === null ? 'no limit' : `budget ${budget}`;
    return `${board}, ${estimand} at ${at}: ${headline} ${secret.value.toPrecision(3)} (public ${open.value.toPrecision(3)})`;
  });
}

import { resolve } from 'node:path';
import type { BoardFile } from '../../reports/board/board-file.ts';
import type { Submission } from '../../reports/board/submission.ts';
import { brief } from '../files.ts';
import { digestOf } from '../load-module.ts';
import { packageVersion } from '../package.ts';
import type { ChildLimits } from './board-child.ts';
import type { BoardJob } from './board-job.ts';
import { isOfTheBox } from './board-method.ts';

/** One submission to run again. */
export type VerifyTask = {
  readonly folder: string;
  readonly board: BoardFile;
  readonly submission: Submission;
  /** The method's file as the keeper has it; null: look in the box. */
  readonly file: string | null;
  readonly limits: ChildLimits;
};

/** Why a submission cannot be run again here, as one sentence; undefined where it can. */
export function whyNot({ submission: { about }, file }: VerifyTask): string | undefined {
  const away = Object.keys(about.claimed);
  if (away.length > 0)
    return `the instances of ${away.join(', ')} are not here; fetch the data and rescore the board first`;
  const { name, code } = about.method;
  if (isOfTheBox(code))
    return code === `creditbench ${packageVersion}`
      ? undefined
      : `${brief(name)} is of ${code}; this is creditbench ${packageVersion}`;
  if (file === null) return `${brief(name)} is not in the box; give its file (${code}) with --method`;
  const digest = digestOf(file);
  return digest === code ? undefined : `${file} has the digest ${digest}; the submission was made with ${code}`;
}

/** What the child is told. @param keys null: every cell */
export function jobOf(
  { board: { suite }, submission: { about }, file }: VerifyTask,
  keys: readonly string[] | null,
  salt = suite.salt,
  tasks = suite.tasks.map(({ id }) => id),
): BoardJob {
  const { budgets, seeds, instances } = suite;
  const isBoxed = isOfTheBox(about.method.code);
  return {
    suite: { tasks, budgets, seeds, instances, salt },
    method: about.method.name,
    file: isBoxed || file === null ? null : resolve(file),
    keys: keys === null ? null : [...keys],
  };
}

import { CreditbenchError } from '../../harness/errors.ts';
import { brief } from '../../harness/files.ts';
import type { BoardFile } from './board-file.ts';

/** @throws CreditbenchError `refused` naming the first thing in which two boards differ that makes their numbers two different things */
export function refuseDisagreement(boards: readonly BoardFile[]): void {
  const [first, ...others] = boards;
  if (first === undefined) return;
  for (const other of others) {
    const difference = disagreement(first, other);
    if (difference !== undefined)
      throw new CreditbenchError(
        'refused',
        `boards ${brief(first.name)} and ${brief(other.name)} are never mixed: ${difference}`,
      );
  }
}

/** What keeps two boards apart: their release, their salt, or the version of a task; undefined where nothing does. */
function disagreement(a: BoardFile, b: BoardFile): string | undefined {
  const major = ({ creditbench }: BoardFile) => creditbench.split('.')[0];
  if (major(a) !== major(b)) return `they are of creditbench ${a.creditbench} and ${b.creditbench}`;
  if (a.suite.salt !== b.suite.salt) return `their salts are ${brief(a.suite.salt)} and ${brief(b.suite.salt)}`;
  for (const task of a.suite.tasks) {
    const other = b.suite.tasks.find(({ id }) => id === task.id);
    if (other !== undefined && other.version !== task.version)
      return `task ${brief(task.id)} has version ${task.version} on one and ${other.version} on the other`;
  }
  return undefined;
}

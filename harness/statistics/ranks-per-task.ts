import { columnsOf } from './matrix.ts';
import { ranksFromBest } from './ranks-from-best.ts';

/** Mid-ranks of the methods, 1 = best, one list per task, of `scores[method][task]`. @throws RangeError for a ragged table, NaN or infinite scores */
export function ranksPerTask(scores: readonly ArrayLike<number>[]): Float64Array[] {
  const tasks = columnsOf(scores, 'the scores');
  return Array.from({ length: tasks }, (_, task) => ranksFromBest(scores.map((row) => row[task]!)));
}

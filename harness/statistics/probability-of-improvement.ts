import { compensatedMean } from './compensated-sum.ts';
import { columnOf, columnsOf, type Matrix } from './matrix.ts';
import { scoreSign } from './score-sign.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/**
 * The chance that a run of X scores above a run of Y on the same task, ties counting half: the mean over tasks of U/(N·K).
 * @param x N runs × tasks @param y K runs × the same tasks. Mann & Whitney (1947); Agarwal et al. (2021); statistics.md §2
 */
export function probabilityOfImprovement(x: Matrix, y: Matrix): number | Undefined {
  const [tasks, others] = [columnsOf(x, 'the first matrix'), columnsOf(y, 'the second matrix')];
  if (x.length === 0 || y.length === 0) return undefinedFor('no values');
  if (tasks !== others) throw new RangeError(`${tasks} and ${others} tasks; expected as many of both`);
  return compensatedMean(
    Float64Array.from({ length: tasks }, (_, task) => share(columnOf(x, task), columnOf(y, task))),
  );
}

function share(x: Float64Array, y: Float64Array): number {
  const sign = scoreSign(x, y);
  let halves = 0;
  for (const first of x) for (const second of y) halves += 1 + sign(first, second);
  return halves / (2 * x.length * y.length);
}

import { type Bootstrap, type BootstrapOptions, bootstrap } from './bootstrap.ts';
import { columnOf, columnsOf, type Matrix } from './matrix.ts';
import type { Scores } from './scores.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/**
 * The percentile interval of a statistic when the runs of each task are drawn anew, tasks fixed: this method on these tasks, with
 * other random seeds. Too narrow for few runs: docs/statistics.md.
 * @param matrix runs × tasks; neither the order of runs nor, if the statistic does not ask for it, of tasks has an effect
 * @param statistic of a matrix of the same shape, in plain arrays; runs of different tasks are not paired in it
 * @throws RangeError for ragged or infinite data, options out of range, or `exact: true` beyond the limit. Statistics.md §3.3
 */
export function stratifiedBootstrap(
  matrix: Matrix,
  statistic: (matrix: number[][]) => number | Undefined,
  options: BootstrapOptions = {},
): Bootstrap | Undefined {
  const tasks = columnsOf(matrix);
  if (matrix.length === 0) return undefinedFor('no values');
  if (matrix.length === 1) return undefinedFor('one run per task');
  const scores = Array.from({ length: tasks }, (_, task) => Array.from(columnOf(matrix, task), (score) => [score]));
  const drawn = { tasks: false, instances: true, seeds: false };
  return bootstrap(scores, (resample) => statistic(matrixOf(resample, matrix.length)), drawn, options);
}

/** Runs × tasks from `scores[task][run][0]`. */
function matrixOf(scores: Scores, runs: number): number[][] {
  return Array.from({ length: runs }, (_, run) => scores.map((task) => task[run]![0]!));
}

import { checkChoice } from './check-choice.ts';
import { checkFinite } from './check-values.ts';
import { compensatedMean } from './compensated-sum.ts';
import { columnOf, columnsOf, type Matrix, pooled } from './matrix.ts';
import { scoreSign } from './score-sign.ts';
import { type Undefined, undefinedFor } from './undefined.ts';

/**
 * Per threshold, the share of scores strictly above it: of all runs × tasks where not said, or of the means per task.
 * @returns one share in [0, 1] per threshold. Agarwal et al. (2021); statistics.md §2
 */
export function performanceProfile(
  matrix: Matrix,
  thresholds: ArrayLike<number>,
  { over = 'runs' }: { readonly over?: 'runs' | 'task-means' } = {},
): number[] | Undefined {
  checkChoice(over, ['runs', 'task-means'], 'over');
  checkFinite(thresholds, 'the thresholds');
  const columns = columnsOf(matrix);
  if (matrix.length === 0) return undefinedFor('no values');
  const scores =
    over === 'runs'
      ? pooled(matrix)
      : Float64Array.from({ length: columns }, (_, task) => compensatedMean(columnOf(matrix, task)));
  const sign = scoreSign(scores, thresholds);
  return Array.from(
    thresholds,
    (threshold) => scores.filter((score) => sign(score, threshold) > 0).length / scores.length,
  );
}
